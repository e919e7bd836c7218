import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuseSignals } from '../../../src/search/rank/fuse.ts'
import { spreadOf } from '../../../src/search/rank/standardise.ts'
import { type SignalValues, weightsFor } from '../../../src/search/rank/weights.ts'

const signal = fc.double({ min: -1, max: 1, noNaN: true })
const values = fc.record<SignalValues>({
  bm25: fc.double({ min: 0, max: 30, noNaN: true }),
  similarity: signal,
  sentenceSimilarity: signal,
})
const lists = fc.array(values, { minLength: 2, maxLength: 30 })
const coverage = fc.double({ min: 0, max: 1, noNaN: true })

describe('fuseSignals', () => {
  it('never puts a candidate that is better by every signal behind another', () => {
    fc.assert(
      fc.property(lists, coverage, (signals, covered) => {
        const { scored } = fuse(signals, covered)
        signals.forEach((one, i) => {
          signals.forEach((other, j) => {
            const isNoWorse =
              one.bm25 >= other.bm25 &&
              one.similarity >= other.similarity &&
              one.sentenceSimilarity >= other.sentenceSimilarity
            if (isNoWorse) expect(scored[i]?.score).toBeGreaterThanOrEqual((scored[j]?.score ?? 0) - 1e-6)
          })
        })
      }),
    )
  })

  it('gives finite scores and weights above 0 whatever comes in', () => {
    fc.assert(
      fc.property(lists, coverage, (signals, covered) => {
        const { scored, weights } = fuse(signals, covered)
        expect(scored.every(({ score }) => Number.isFinite(score))).toBe(true)
        expect(Object.values(weights).every((weight) => weight > 0)).toBe(true)
      }),
    )
  })

  it('gives the order of one signal when the others say nothing', () => {
    const signals = [3, 9, 6].map((bm25) => ({ bm25, similarity: 0.8, sentenceSimilarity: 0.8 }))
    const { scored } = fuse(signals, 0.5)
    expect(scored.map(({ score }) => score).toSorted((a, b) => b - a)).toEqual(
      [scored[1], scored[2], scored[0]].map((one) => one?.score),
    )
  })

  it('takes no candidates', () => {
    expect(fuse([], 0).scored).toEqual([])
  })
})

describe('weightsFor', () => {
  const best = { bm25: 9, similarity: 4, sentenceSimilarity: 4 }

  it('trusts words more, the more of the question they cover', () => {
    const weights = [0, 0.2, 0.4, 0.6].map(
      (covered) => weightsFor({ best, lexicalFall: 0.5, coverage: covered }).bm25,
    )
    expect(weights).toEqual(weights.toSorted((a, b) => a - b))
    expect(weightsFor({ best, lexicalFall: 0.5, coverage: 1 }).bm25).toBeGreaterThan(
      weightsFor({ best, lexicalFall: 0.5, coverage: 0 }).bm25,
    )
  })

  it('trusts words less when many chunks hold the same ones', () => {
    const at = (lexicalFall: number) => weightsFor({ best, coverage: 0.5, lexicalFall }).bm25
    expect(at(0)).toBeLessThan(at(0.2))
    expect(at(0.2)).toBeLessThan(at(0.6))
  })

  it('trusts similarity less when its best hardly stands out', () => {
    const flat = weightsFor({
      best: { ...best, similarity: 1, sentenceSimilarity: 1 },
      coverage: 0.3,
      lexicalFall: 0.5,
    })
    const peaked = weightsFor({
      best: { ...best, similarity: 6, sentenceSimilarity: 6 },
      coverage: 0.3,
      lexicalFall: 0.5,
    })
    // Compared at the best candidate of each: what it adds to the score.
    expect(flat.similarity * 1).toBeLessThan(peaked.similarity * 6)
  })
})

function fuse(signals: readonly SignalValues[], covered: number) {
  const spreads = {
    bm25: spreadOf(signals.map(({ bm25 }) => bm25)),
    similarity: spreadOf(signals.map(({ similarity }) => similarity)),
    sentenceSimilarity: spreadOf(signals.map(({ sentenceSimilarity }) => sentenceSimilarity)),
  }
  return fuseSignals({ signals, spreads, coverage: covered })
}
