import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadOf, standardise } from '../../../src/search/rank/standardise.ts'

const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 50 })

describe('standardise', () => {
  it('gives mean 0 and deviation 1 over the values themselves, or 0 for all when they are the same', () => {
    fc.assert(
      fc.property(values, (list) => {
        const spread = spreadOf(list)
        const again = spreadOf(list.map((value) => standardise(value, spread)))
        expect(again.mean).toBeCloseTo(0, 5)
        if (spread.deviation !== 1) expect(again.deviation).toBeCloseTo(1, 5)
      }),
    )
  })

  it('does not depend on the scale or the origin of a signal', () => {
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -50, max: 50 }),
        (list, scale, origin) => {
          const range = Math.max(...list) - Math.min(...list)
          fc.pre(range > 1e-3)
          const moved = list.map((value) => value * scale + origin)
          const first = list[0] ?? 0
          expect(standardise(first * scale + origin, spreadOf(moved))).toBeCloseTo(
            standardise(first, spreadOf(list)),
            4,
          )
        },
      ),
    )
  })

  it('divides nothing by 0', () => {
    expect(standardise(3, spreadOf([3, 3, 3]))).toBe(0)
    expect(spreadOf([])).toEqual({ mean: 0, deviation: 1 })
  })
})
