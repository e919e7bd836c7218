// Which words of a passage answer to words of the question?
import { lexicalKey } from '../../text/lexical-key.ts'
import type { Range } from '../../text/range.ts'
import { termsOf } from '../../text/terms.ts'
import type { AskedTerm } from '../question.ts'

/** Of the weightiest word of the question: what says much less (的是, 医院) isn't worth a mark. */
const LEAST_SHARE = 0.3

/** @returns ranges of `text`, in order, not overlapping and not touching */
export function findHighlights(text: string, terms: readonly AskedTerm[]): Range[] {
  const words = terms.filter((term) => term.text.length > 1)
  const least = LEAST_SHARE * Math.max(...words.map(({ idf }) => idf))
  const wanted = new Set(words.filter(({ idf }) => idf >= least).map(({ id }) => id))
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
