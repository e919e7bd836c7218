import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantiseRows } from '../../src/collection/quantise.ts'

const rows = fc.array(
  fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
    .filter((row) => Math.hypot(...row) > 0.1),
  { maxLength: 5 },
)

describe('quantiseRows', () => {
  it('gives rows that are of unit length with their scale and hardly turned', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const units = given.map((row) => Float32Array.from(row, (value) => value / Math.hypot(...row)))
        const { values, scales } = quantiseRows(units, 8)
        expect(values).toHaveLength(units.length * 8)
        for (const [i, unit] of units.entries()) {
          const back = [...values.subarray(i * 8, i * 8 + 8)].map((value) => value * scales[i]!)
          expect(Math.hypot(...back)).toBeCloseTo(1, 5)
          expect(back.reduce((sum, value, j) => sum + value * unit[j]!, 0)).toBeGreaterThan(0.999)
        }
      }),
    )
  })
})
