// Do the reports tell only by how much it changed, where it is asked how many there are? Or the reverse? Then that is said.
import type { WeightedTerm } from '../../../search/passage.ts'
import { fold } from '../../../verify/fold.ts'
import { fittingRuns } from '../../likelihood/fitting.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { tellsOther } from '../../likelihood/right-amount.ts'
import { coverage } from '../../likelihood/signals.ts'
import type { QuestionKind } from '../../question/question-kind.ts'
import { answerSpans } from '../../spans/answer-spans.ts'
import { clauseAround } from '../../spans/clause.ts'
import type { Missing } from './missing.ts'

const CLAUSE_END = /[,，。;；\n]/u
/** Share of the words asked about that the clause with the other amount must hold: else it speaks of another matter. */
const HELD = 0.4

/**
 * @param terms of the question, see `askedTerms`
 * @param candidates most likely first, see `rightAmountFirst`
 */
export function missingAmount(
  asked: QuestionKind,
  terms: readonly WeightedTerm[],
  candidates: readonly Candidate[],
): Missing | undefined {
  const [best] = candidates
  if (best === undefined || asked.amount === undefined || !tellsOther(asked, best.sentence.text))
    return undefined
  const others = candidates.filter(({ sentence }) => !tellsOther(asked, sentence.text))
  if (fittingRuns([[{ ...best, fit: 0 }]], [{ ...best, fit: 0 }, ...others])[0]?.[0]?.fit !== 0)
    return undefined
  const told = clauseTold(asked, terms, best.sentence.text)
  return told === undefined ? undefined : only(asked.amount, told)
}

/** What the sentence says of the matter, with its number. */
function clauseTold(
  { amount: _, ...kind }: QuestionKind,
  terms: readonly WeightedTerm[],
  text: string,
): string | undefined {
  const clauses = (answerSpans(kind, fold(text)) ?? []).map((span) => {
    const { before, after } = clauseAround(text, span, CLAUSE_END)
    return (before + text.slice(span.start, span.end) + after).trim()
  })
  return clauses
    .map((clause) => ({ clause, held: coverage(terms, fold(clause)) }))
    .filter(({ held }) => held >= HELD)
    .sort((a, b) => b.held - a.held)[0]?.clause
}

function only(amount: NonNullable<QuestionKind['amount']>, told: string): Missing {
  const [missing, zh, en] =
    amount === 'change'
      ? [
          '变化的数字',
          `报告里有“${told}”，没有说变化了多少。`,
          `The reports say “${told}”, not by how much it changed.`,
        ]
      : amount === 'stock'
        ? [
            '总数',
            `报告里只说了变化（“${told}”），没有总数。`,
            `The reports tell only a change (“${told}”), not how many there are.`,
          ]
        : [
            '数值',
            `报告里只说了变化（“${told}”），没有数值本身。`,
            `The reports tell only a change (“${told}”), not the number itself.`,
          ]
  return {
    reason: 'unknown-indicator',
    zh: { missing: [missing ?? ''], message: zh ?? '' },
    en: { missing: [missing ?? ''], message: en ?? '' },
  }
}
