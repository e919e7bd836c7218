// What are the smallest parts that are never cut? Sentences; of one that is longer than the cap, its clauses.
import type { Range } from '../text/range.ts'
import { type Readable, readable } from '../text/readable.ts'
import { splitForPacking, splitSentences, trimRange } from '../text/sentences.ts'
import type { Run } from './runs.ts'

/** What is lost by cutting before a unit, the least first. */
export type Boundary = 'paragraph' | 'sentence' | 'quotation' | 'inside'

export interface Unit {
  readonly range: Range
  /** Characters that a reader sees. */
  readonly length: number
  readonly boundary: Boundary
  /** Characters that a reader sees between the unit before and this one. */
  readonly lead: number
  /** Number of the sentence within its run that the unit belongs to. */
  readonly sentence: number
  /** Number of the piece within its run. */
  readonly piece: number
}

/** A paragraph that ends so announces what follows it: “主要做法如下：”. */
const ANNOUNCES = /[：:，,、]$/u
/** A half-width mark before a digit may be part of a number or a time. A row of a table is cut between two cells. */
const CLAUSE_END = /[，、：]|[,:](?!\d)|(?<= )\|(?= )/gu

/** @param cap most characters of a unit; a sentence without a clause mark within it is cut hard */
export function unitsOf(source: string, run: Run, cap: number): Unit[] {
  const units: Unit[] = []
  let sentence = -1
  let announced = false
  for (const [index, piece] of run.entries()) {
    const shown = readable(source, piece.range, piece.gaps)
    const sentenceStarts = new Set(splitSentences(shown.text).map((range) => range.start))
    let boundary: Boundary = announced ? 'quotation' : 'paragraph'
    // Between two paragraphs the reader sees one line break.
    let shownEnd = -1
    for (const part of splitForPacking(shown.text)) {
      if (sentenceStarts.has(part.start)) sentence += 1
      else boundary = 'quotation'
      for (const clause of cutLong(shown.text, part, cap)) {
        const length = clause.end - clause.start
        const lead = clause.start - shownEnd
        units.push({ range: toSource(shown, clause), length, lead, boundary, sentence, piece: index })
        boundary = 'inside'
        shownEnd = clause.end
      }
      boundary = 'sentence'
    }
    announced = ANNOUNCES.test(source.charAt(piece.range.end - 1))
  }
  return units
}

function toSource(shown: Readable, range: Range): Range {
  return { start: shown.toSource(range.start), end: shown.toSource(range.end - 1) + 1 }
}

/** Cuts after the last clause mark that fits; without one at the cap, never inside a surrogate pair. */
function cutLong(text: string, range: Range, cap: number): Range[] {
  const parts: Range[] = []
  let rest = range
  while (rest.end - rest.start > cap) {
    const end = clauseEnd(text, rest.start, rest.start + cap)
    parts.push(trimRange(text, { start: rest.start, end }))
    rest = trimRange(text, { start: end, end: range.end })
  }
  parts.push(rest)
  return parts.filter((part) => part.start < part.end)
}

function clauseEnd(text: string, start: number, limit: number): number {
  let end = 0
  for (const match of text.slice(start, limit).matchAll(CLAUSE_END)) end = start + match.index + 1
  // A cut in the first third would leave a stub; the middle of a word is then the lesser evil.
  if (end - start >= (limit - start) / 3) return end
  return /[\uD800-\uDBFF]/.test(text.charAt(limit - 1)) ? limit - 1 : limit
}
