import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interleave } from '../../../src/search/rank/interleave.ts'

describe('interleave', () => {
  it('takes groups by turns, each in its own order', () => {
    expect(interleave(['a1', 'a2', 'b1', 'a3', 'c1', 'b2'], (item) => item.charCodeAt(0))).toEqual([
      'a1',
      'b1',
      'c1',
      'a2',
      'b2',
      'a3',
    ])
  })

  it('keeps every item once and the best one first', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3)), (groups) => {
        const items = groups.map((group, place) => ({ group, place }))
        const mixed = interleave(items, ({ group }) => group)
        expect(mixed.toSorted((a, b) => a.place - b.place)).toEqual(items)
        expect(mixed[0]).toBe(items[0])
      }),
    )
  })
})
