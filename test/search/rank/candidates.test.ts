import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { topSlots } from '../../../src/search/rank/candidates.ts'

describe('topSlots', () => {
  it('gives what sorting everything gives: the largest above 0, ties by slot', () => {
    const scores = fc.array(fc.integer({ min: -2, max: 9 }), { maxLength: 120 })
    fc.assert(
      fc.property(scores, fc.integer({ min: 1, max: 12 }), (list, most) => {
        const expected = list
          .map((score, slot) => ({ score, slot }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score || a.slot - b.slot)
          .slice(0, most)
          .map(({ slot }) => slot)
        expect(topSlots(Float32Array.from(list), most)).toEqual(expected)
      }),
    )
  })

  it('passes over what is not accepted', () => {
    expect(topSlots(Float32Array.of(3, 2, 1), 2, (slot) => slot !== 0)).toEqual([1, 2])
  })
})
