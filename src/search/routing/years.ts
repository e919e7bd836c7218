// Which years does the question ask about, and which reports are of those years?
import type { DocumentSummary } from '../../collection/collection.ts'
import { foldText } from '../../text/lexical-key.ts'

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)/g
const RANGE = /(?<!\d)((?:19|20)\d{2})年?(?:至|到|-|—|–|~)((?:19|20)\d{2})(?!\d)/g
/** A longer span than this is a history, not a list of reports. */
const MAX_SPAN = 20

/** Ascending, each once; `2022到2024年` gives three. */
export function yearsIn(question: string): number[] {
  const key = foldText(question)
  const years = new Set([...key.matchAll(YEAR)].map(([year]) => Number(year)))
  for (const [, first, last] of key.matchAll(RANGE)) {
    const span = Number(last) - Number(first)
    if (span > MAX_SPAN) continue
    for (let i = 1; i < span; i++) years.add(Number(first) + i)
  }
  return [...years].sort((a, b) => a - b)
}

/**
 * Of one organisation's documents those that are about the years asked for. All of them when none is, or when they don't
 * differ: the year of an event that a report tells of must not hide the report.
 */
export function documentsOfYears(
  documents: readonly DocumentSummary[],
  years: readonly number[],
): readonly DocumentSummary[] {
  if (documents.length < 2) return documents
  const fitting = documents.filter((document) => years.some((year) => document.years.includes(year)))
  return fitting.length === 0 ? documents : fitting
}
