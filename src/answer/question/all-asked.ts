// What does a question ask for, with all that tells one number of a report from the others?
import type { SearchResult } from '../../search/passage.ts'
import { amountAsked } from './amount-asked.ts'
import { namedPart } from './named-part.ts'
import { type AnswerKind, type QuestionKind, questionKind } from './question-kind.ts'

/** Of these there may be so much, or so much more than before. */
const AMOUNTS: ReadonlySet<AnswerKind> = new Set(['count', 'share', 'money', 'duration'])

/** @param result its `asked` is the question without the names of organisations that it was routed by */
export function allAsked({ question, asked }: Pick<SearchResult, 'question' | 'asked'>): QuestionKind {
  const kind = questionKind(question)
  const part = namedPart(asked ?? question)
  const amount = AMOUNTS.has(kind.kind) ? amountAsked(question) : undefined
  return { ...kind, ...(part !== undefined && { part }), ...(amount !== undefined && { amount }) }
}
