// Does a sentence tell how many there are where that is asked, and a change where that is? Those that do go before the others.
import { fold } from '../../verify/fold.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { answerSpans } from '../spans/answer-spans.ts'
import { changeTold } from '../spans/change-told.ts'
import { quantitiesOf } from '../spans/quantities.ts'
import { type Candidate, reweighed } from './likelihood.ts'

/** What is left of the likelihood of a sentence that tells only the other amount, beside one that tells the right one: it can't answer. */
const OTHER = 0.05
/** Share of the words asked about that the right one must have at least, of those of the other. */
const HELD = 0.6
/** Share of the likelihood that it must have. */
const LIKELY = 0.05
/** A change told without a number of its own, or by two of them. */
const COMPARED = /[比较由从]|持平|不变|相当|一致|[多少增减升降涨跌扩缩超新添]/u

/** @returns the candidates, most likely first, those of another amount further back; their likelihoods still add up to 1 */
export function rightAmountFirst(
  asked: QuestionKind,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (asked.amount === undefined) return candidates
  const others = new Set(candidates.filter(({ sentence }) => tellsOther(asked, sentence.text)))
  if (others.size === 0) return candidates
  const right = candidates.filter((one) => one.fit > 0 && !others.has(one))
  return reweighed(candidates, (one) => {
    const isReplaced =
      others.has(one) &&
      right.some(
        ({ overlap, likelihood }) => overlap >= HELD * one.overlap && likelihood >= LIKELY * one.likelihood,
      )
    return isReplaced ? OTHER : 1
  })
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
