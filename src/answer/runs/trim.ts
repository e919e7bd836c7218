// Of a sentence that lists one figure after the other: which part holds the one that was asked for?
import type { WeightedTerm } from '../../search/passage.ts'
import { fold } from '../../verify/fold.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { coverage } from '../likelihood/signals.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { answerSpans } from '../spans/answer-spans.ts'

/** Shorter sentences are read faster than cut. */
const LONG = 50
/** Parts between strong marks stand on their own; between commas they may not. */
const PART = /[^;；]+[;；]?/gu
/** The part must be ahead of the next best by so much of the words asked about. */
const AHEAD = 0.2

/**
 * The sentence cut to the one part that holds such a thing beside the words asked about. Its range stays that of the whole.
 *
 * @returns the sentence as it is where that isn't plain
 */
export function trimmed(
  candidate: Candidate,
  asked: QuestionKind,
  terms: readonly WeightedTerm[],
): Candidate {
  const { sentence } = candidate
  if (sentence.text.length < LONG) return candidate
  const parts = (sentence.text.match(PART) ?? [])
    .map((text) => ({
      text: text.trim(),
      held: coverage(terms, fold(text)),
      spans: answerSpans(asked, fold(text)),
    }))
    .sort((a, b) => b.held - a.held)
  const [best, next] = parts
  const isPlain =
    best?.spans !== undefined && best.spans.length > 0 && next !== undefined && best.held >= next.held + AHEAD
  return isPlain ? { ...candidate, sentence: { ...sentence, text: best.text } } : candidate
}
