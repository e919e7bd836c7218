import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packUnits } from '../../src/chunk/pack.ts'
import type { Boundary, Unit } from '../../src/chunk/units.ts'

const limits = { target: 360, cap: 450, least: 80 }
const unit = (length: number, boundary: Boundary = 'sentence', lead = 0): Unit => ({
  range: { start: 0, end: length },
  length,
  lead,
  boundary,
  sentence: 0,
  piece: 0,
})

describe('packUnits', () => {
  it('prefers a cut between paragraphs to a better length', () => {
    const units = [unit(150, 'paragraph'), unit(100), unit(150, 'paragraph'), unit(150)]
    expect(packUnits(units, limits)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
  })

  it('cuts inside a sentence only when nothing else is left', () => {
    const units = [unit(100), unit(300), unit(300, 'inside'), unit(100)]
    expect(packUnits(units, limits)).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ])
  })

  it('counts what stands between two units', () => {
    expect(packUnits([unit(225), unit(225, 'sentence', 1)], limits)).toHaveLength(2)
  })

  it('covers all units in order and keeps the cap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 450 }), { maxLength: 40 }), (lengths) => {
        const units = lengths.map((length) => unit(length))
        let at = 0
        for (const { from, to } of packUnits(units, limits)) {
          expect(from).toBe(at)
          expect(lengths.slice(from, to).reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(
            limits.cap,
          )
          at = to
        }
        expect(at).toBe(units.length)
      }),
    )
  })
})
