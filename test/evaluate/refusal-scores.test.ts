// What was refused, and what another threshold would do.
import { describe, expect, it } from 'vitest'
import { tradeOffs } from '../../src/evaluate/refusal-scores.ts'

describe('tradeOffs', () => {
  it('gives the threshold that keeps each share and what gets through there', () => {
    const shown = Array.from({ length: 100 }, (_, i) => (i + 1) / 100)
    const hidden = [0.02, 0.055, 0.5, 0.9]
    const points = tradeOffs(shown, hidden)
    expect(points.find(({ kept }) => kept === 0.95)).toEqual({ threshold: 0.06, kept: 0.95, letThrough: 0.5 })
    expect(points.at(-1)).toEqual({ threshold: 0.01, kept: 1, letThrough: 1 })
  })

  it('keeps more and lets more through the lower the threshold is', () => {
    const points = tradeOffs([0.9, 0.7, 0.4, 0.2], [0.8, 0.3, 0.1])
    for (const [i, point] of points.entries()) {
      const before = points[i - 1] ?? { threshold: 1, kept: 0, letThrough: 0 }
      expect(point.threshold).toBeLessThanOrEqual(before.threshold)
      expect(point.kept).toBeGreaterThanOrEqual(before.kept)
      expect(point.letThrough).toBeGreaterThanOrEqual(before.letThrough)
    }
  })

  it('is empty where there is nothing to let through', () => {
    expect(tradeOffs([0.9], [])).toEqual([])
  })
})
