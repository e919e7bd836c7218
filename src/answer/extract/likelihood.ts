// How likely is it that a sentence holds the answer? Its signals weighed, against all other candidates of this question.
import type { SentenceSignals } from './signals.ts'

export interface Candidate extends SentenceSignals {
  /** 0 to 1; over all candidates of a question they add up to 1. */
  readonly likelihood: number
}

/**
 * A softmax over the sentences of a question, fitted on some 250 questions whose evidence is known so that the sentence that
 * holds it gets the most. With the weights of one half of them the other half lost less than .03 of its right first sentences.
 */
const WEIGHTS = {
  nearness: 78,
  overlap: 3.6,
  context: 0.5,
  standing: 1.9,
  fit: 1,
  focus: 2,
  first: 1,
  short: -0.5,
  length: 0.7,
}
/** Shorter sentences are slogans and headings more often than answers. */
const SHORT = 12
/** Longer ones gain nothing more. */
const LONG = 100

/** Most likely first; ties by their place. */
export function rankCandidates(signals: readonly SentenceSignals[]): Candidate[] {
  const scores = signals.map(scoreOf)
  const best = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - best))
  const sum = shares.reduce((total, share) => total + share, 0)
  return signals
    .map((one, i) => ({ ...one, likelihood: (shares[i] ?? 0) / sum }))
    .sort((a, b) => b.likelihood - a.likelihood)
}

function scoreOf({
  nearness,
  overlap,
  context,
  standing,
  fit,
  focus,
  passage,
  sentence,
}: SentenceSignals): number {
  const { length } = sentence.text
  return (
    WEIGHTS.nearness * nearness +
    WEIGHTS.overlap * overlap +
    WEIGHTS.context * context +
    WEIGHTS.standing * standing +
    WEIGHTS.fit * fit +
    WEIGHTS.focus * focus +
    (passage.rank === 1 ? WEIGHTS.first : 0) +
    (length < SHORT ? WEIGHTS.short : 0) +
    WEIGHTS.length * Math.min(1, length / LONG)
  )
}
