// How much does each signal count for this question?

export interface SignalValues {
  readonly bm25: number
  readonly similarity: number
  readonly sentenceSimilarity: number
}

/** What the weights follow. */
export interface Evidence {
  /** Best standardised value of each signal among the candidates. */
  readonly best: SignalValues
  /** Share of the question's term weight that its lexically best chunk holds, 0 to 1. */
  readonly coverage: number
  /** How far the lexical signal falls from its best candidate to the sixth, as a share of the best, 0 to 1. */
  readonly lexicalFall: number
}

/** Lexical share when no word of the question is found, and when half of their weight is or more. */
const LEXICAL_LEAST = 0.15
const LEXICAL_MOST = 0.55
const FULL_COVERAGE = 0.5
/** Trust in words when six chunks hold them equally well, and how soon a fall makes it whole (at 0.47). */
const FLAT_TRUST = 0.3
const TRUST_PER_FALL = 1.5
/** Of what is left: the best sentence against the whole chunk. */
const SENTENCE_SHARE = 0.7
/** A best similarity of so many deviations is as peaked as usual; flatter ones count less, down to the least. */
const USUAL_PEAK = 5
const LEAST_PEAK = 0.4
const MOST_PEAK = 1.2
/** Below this a signal says nothing, and must not be blown up. */
const LEAST_BEST = 0.5

/**
 * Weights to multiply standardised signals with.
 *
 * Each is divided by the root of its own best value, half way between fixed weights (a lexical leg of 20 deviations
 * drowns the others) and equally high first hits (a flat leg counts as much as a peaked one). The lexical share follows the
 * coverage and the fall: where few words of the question are found, or many chunks hold the same ones, words say little.
 */
export function weightsFor({ best, coverage, lexicalFall }: Evidence): SignalValues {
  const trust = clamp(coverage / FULL_COVERAGE, 0, 1) * clamp(FLAT_TRUST + TRUST_PER_FALL * lexicalFall, 0, 1)
  const lexical = LEXICAL_LEAST + (LEXICAL_MOST - LEXICAL_LEAST) * trust
  const top = {
    similarity: Math.max(LEAST_BEST, best.similarity),
    sentenceSimilarity: Math.max(LEAST_BEST, best.sentenceSimilarity),
  }
  const peak = (top.similarity + top.sentenceSimilarity) / 2 / USUAL_PEAK
  const dense = (1 - lexical) * clamp(peak, LEAST_PEAK, MOST_PEAK)
  return {
    bm25: lexical / Math.sqrt(Math.max(LEAST_BEST, best.bm25)),
    similarity: (dense * (1 - SENTENCE_SHARE)) / Math.sqrt(top.similarity),
    sentenceSimilarity: (dense * SENTENCE_SHARE) / Math.sqrt(top.sentenceSimilarity),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
