// Which words of a passage answer to words of the question?
import { lexicalKey } from '../text/lexical-key.ts'
import type { Range } from '../text/range.ts'
import { termsOf } from '../text/terms.ts'
import type { AskedTerm } from './question.ts'

/** A pair of characters in more than about a third of the chunks (的是, 医院) isn't worth a mark. */
const LEAST_IDF = 1

/** @returns ranges of `text`, in order, not overlapping and not touching */
export function findHighlights(text: string, terms: readonly AskedTerm[]): Range[] {
  const wanted = new Set(
    terms.filter(({ idf, text: word }) => idf >= LEAST_IDF && word.length > 1).map(({ id }) => id),
  )
  const { text: key, offsets } = lexicalKey(text)
  const ranges: { start: number; end: number }[] = []
  for (const { id, kind, start, end } of termsOf(key)) {
    if (kind === 'character' || !wanted.has(id)) continue
    const from = offsets[start] ?? 0
    const to = offsets[end] ?? text.length
    const last = ranges.at(-1)
    if (last !== undefined && from <= last.end) last.end = Math.max(last.end, to)
    else ranges.push({ start: from, end: to })
  }
  return ranges
}
