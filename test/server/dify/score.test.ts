import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likelihoodOf } from '../../../src/server/dify/score.ts'

describe('likelihoodOf', () => {
  it('is a half at a fused score of one', () => {
    expect(likelihoodOf({ score: 1 })).toBe(0.5)
  })

  it('stays within 0 and 1 and keeps the order', () => {
    const score = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(score, score, (a, b) => {
        const [low, high] = [likelihoodOf({ score: Math.min(a, b) }), likelihoodOf({ score: Math.max(a, b) })]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(high).toBeGreaterThanOrEqual(low)
      }),
    )
  })
})
