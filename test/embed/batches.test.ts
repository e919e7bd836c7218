import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { batchByLength } from '../../src/embed/batches.ts'

describe('batchByLength', () => {
  it('puts texts of like length together', () => {
    expect(batchByLength([300, 20, 290, 25, 22], 600)).toEqual([
      [1, 4, 3],
      [2, 0],
    ])
  })

  it('gives a text longer than the limit a batch of its own', () => {
    expect(batchByLength([5, 900], 100)).toEqual([[0], [1]])
  })

  it('holds every text once and the padded tokens under the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 })), (lengths) => {
        const batches = batchByLength(lengths, 100)
        expect(batches.flat().sort((a, b) => a - b)).toEqual(lengths.map((_, i) => i))
        for (const batch of batches)
          expect(batch.length * Math.max(...batch.map((i) => lengths[i] ?? 0))).toBeLessThanOrEqual(100)
      }),
    )
  })
})
