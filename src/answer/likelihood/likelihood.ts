// How likely is it that a sentence holds the answer? Its signals weighed, against all other candidates of this question.
import type { SentenceSignals } from './signals.ts'

/** How a sentence meets the question, in cosines, -1 to 1; see word-nearness.ts. */
export interface Meeting {
  /** Of the words asked about with the nearest word of the sentence, long ones weighing more. */
  readonly mean: number
  /** Of the word that is met worst: what the sentence doesn't speak of. */
  readonly least: number
  /** Of each word that says what is counted, folded, with the words beside numbers; none where nothing is. */
  readonly counted?: readonly { readonly text: string; readonly nearness: number }[]
  /** Of the question with the sentence read by itself, without the passage around it. */
  readonly alone: number
}

export interface Candidate extends SentenceSignals {
  /** 0 to 1; over all candidates of a question they add up to 1. */
  readonly likelihood: number
  /** How well it meets the words asked about; absent where that wasn't looked at. */
  readonly met?: Meeting
}

/**
 * A softmax over the sentences of a question, fitted on test/retrieval/cases.jsonl and 500 questions of two public sets so
 * that the sentence that holds the answer gets the most.
 */
const WEIGHTS = {
  nearness: 128,
  overlap: 6.7,
  context: 4.4,
  standing: 0.75,
  fit: 0.9,
  focus: 0.4,
  first: 0.5,
  short: -1.4,
  length: 0.75,
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

/** Most likely first, each by a factor more or less likely; together 1 as before. */
export function reweighed(
  candidates: readonly Candidate[],
  factorOf: (candidate: Candidate) => number,
): Candidate[] {
  const weighed = candidates.map((one) => ({ ...one, likelihood: one.likelihood * factorOf(one) }))
  const sum = weighed.reduce((total, { likelihood }) => total + likelihood, 0)
  return weighed
    .map((one) => ({ ...one, likelihood: one.likelihood / sum }))
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
