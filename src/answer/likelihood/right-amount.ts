// Does a sentence tell how many there are where that is asked, and a change where that is? Those that do go before the others.
import { fold } from '../../verify/fold.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { answerSpans } from '../spans/answer-spans.ts'
import { changeTold } from '../spans/change-told.ts'
import { quantitiesOf } from '../spans/quantities.ts'
import type { Candidate } from './likelihood.ts'

/** Share of the words asked about that the right one must have at least, of those of the other. */
const HELD = 0.6
/** Share of the likelihood that it must have; less where as many of the words asked about stand around its number. */
const LIKELY = 0.05
const LIKELY_BESIDE = 0.015
/** A change told without a number of its own, or by two of them. */
const COMPARED = /[比较由从]|持平|不变|相当|一致|[多少增减升降涨跌扩缩超新添]/u

/**
 * A sentence that tells only the other amount holds nothing of the kind asked for, and gives its likelihood to the one that tells
 * the right amount of the same matter, where there is one.
 *
 * @returns the candidates, most likely first; their likelihoods still add up to 1
 */
export function rightAmountFirst(
  asked: QuestionKind,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (asked.amount === undefined) return candidates
  const others = new Set(candidates.filter(({ sentence }) => tellsOther(asked, sentence.text)))
  if (others.size === 0) return candidates
  const right = candidates.filter((one) => one.fit > 0 && !others.has(one))
  const gained = new Map<Candidate, number>()
  for (const other of others) {
    const instead = replacementOf(other, right)
    if (instead === undefined) continue
    gained.set(other, -other.likelihood)
    gained.set(instead, (gained.get(instead) ?? 0) + other.likelihood)
  }
  return candidates
    .map((one) => ({
      ...one,
      likelihood: one.likelihood + (gained.get(one) ?? 0),
      ...(others.has(one) && { fit: 0 }),
    }))
    .sort((a, b) => b.likelihood - a.likelihood)
}

/** The one with the most of the words asked about, the likeliest of these. */
function replacementOf(other: Candidate, right: readonly Candidate[]): Candidate | undefined {
  return right
    .filter(
      ({ overlap, likelihood, focus }) =>
        overlap >= HELD * other.overlap &&
        likelihood >= (focus >= other.overlap ? LIKELY_BESIDE : LIKELY) * other.likelihood,
    )
    .sort((a, b) => b.overlap - a.overlap || b.likelihood - a.likelihood)[0]
}

/** Whether a sentence has numbers of the kind asked for, and none of the amount: a change for what there is, or the reverse. */
export function tellsOther({ amount, ...kind }: QuestionKind, text: string): boolean {
  const folded = fold(text)
  if (amount === undefined || (answerSpans(kind, folded) ?? []).length === 0) return false
  if (amount === 'change') return !tellsChange(folded)
  return (answerSpans({ ...kind, amount }, folded) ?? []).length === 0
}

function tellsChange(folded: string): boolean {
  const quantities = quantitiesOf(folded)
  const years = new Set(quantities.flatMap(({ date, number }) => (date === 'year' ? [number.value] : [])))
  return (
    years.size > 1 ||
    COMPARED.test(folded) ||
    quantities.some(({ start }) => changeTold(folded, start) !== undefined)
  )
}
