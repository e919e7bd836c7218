// Which bearer of a shared name is meant? A word in quotes that only one of them uses settles it: 讲“某某”文化的那家市二院.
import { foldText } from '../../text/lexical-key.ts'
import { termsOf } from '../../text/terms.ts'
import { slotsOf } from '../derived/chunk-table.ts'
import type { LexicalIndex } from '../derived/search-index.ts'
import type { Route } from './routing.ts'

const QUOTED = /[“「『"《]([^”」』"》]{2,20})[”」』"》]/gu

/** The route as it was when no quoted word is used by exactly one of the organisations. */
export function settleByQuotes(route: Route, question: string, index: LexicalIndex): Route {
  const { ambiguous, ...routing } = route.routing
  if (ambiguous === undefined || routing.organisations.length > 0) return route
  for (const [, word = ''] of question.matchAll(QUOTED)) {
    const users = ambiguous.choices.filter(({ documentId }) => uses(documentId, word, index))
    const [organisation, ...others] = new Set(users.map((user) => user.organisation))
    if (organisation === undefined || others.length > 0) continue
    const group = ambiguous.choices.filter((choice) => choice.organisation === organisation)
    return {
      ...route,
      groups: [new Set(group.map(({ documentId }) => documentId))],
      routing: { ...routing, organisations: [organisation], mode: 'filter' },
    }
  }
  return route
}

/** Whether one chunk of the document holds every term of the word. */
function uses(documentId: string, word: string, { table, bm25 }: LexicalIndex): boolean {
  const document = table.documents.get(documentId)
  const terms = termsOf(foldText(word)).map(({ id }) => ({ id, idf: 1 }))
  return (
    document !== undefined && slotsOf(document).some((slot) => bm25.heldWeight(terms, slot) === terms.length)
  )
}
