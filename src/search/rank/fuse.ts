// In what order do the candidates stand? Three standardised signals under the question's weights, with small additions.
import { type Spread, standardise } from './standardise.ts'
import { type SignalValues, weightsFor } from './weights.ts'

export interface FusionInput {
  /** One entry a candidate. */
  readonly signals: readonly SignalValues[]
  /** Of each signal over the collection, for this question. */
  readonly spreads: Readonly<Record<keyof SignalValues, Spread>>
  readonly coverage: number
}

export interface Fusion {
  readonly weights: SignalValues
  /** In the order of the candidates. */
  readonly scored: readonly { readonly z: SignalValues; readonly score: number }[]
}

/** Order-preserving in every signal: raising one value of a candidate that isn't a signal's best never lowers its score. */
export function fuseSignals({ signals, spreads, coverage }: FusionInput): Fusion {
  const zs = signals.map((values) => ({
    bm25: standardise(values.bm25, spreads.bm25),
    similarity: standardise(values.similarity, spreads.similarity),
    sentenceSimilarity: standardise(values.sentenceSimilarity, spreads.sentenceSimilarity),
  }))
  const bestOf = (signal: keyof SignalValues) =>
    zs.reduce((best, z) => Math.max(best, z[signal]), Number.NEGATIVE_INFINITY)
  const weights = weightsFor({
    best: {
      bm25: bestOf('bm25'),
      similarity: bestOf('similarity'),
      sentenceSimilarity: bestOf('sentenceSimilarity'),
    },
    coverage,
    lexicalFall: fallOf(zs.map(({ bm25 }) => bm25)),
  })
  return {
    weights,
    scored: zs.map((z) => ({
      z,
      score:
        weights.bm25 * z.bm25 +
        weights.similarity * z.similarity +
        weights.sentenceSimilarity * z.sentenceSimilarity,
    })),
  }
}

/** Candidates whose equal standing makes a signal flat. */
const FALL_REACH = 5

/** From the best value to the sixth, or the last when there are fewer; 0 when the best isn't above the mean. */
function fallOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => b - a)
  const best = sorted[0] ?? 0
  const later = sorted[Math.min(FALL_REACH, sorted.length - 1)] ?? 0
  return best <= 0 ? 0 : Math.min(1, (best - later) / best)
}
