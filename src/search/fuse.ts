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
