// Do the reports speak of the year that is asked about? Sentences name years, others are of the year of their report.
import type { DocumentSummary } from '../../collection/collection.ts'
import { fold } from '../../verify/fold.ts'
import type { Candidate } from '../likelihood/likelihood.ts'

/** A sentence of this likelihood may be the one that is meant. */
export const LIKELY = 0.1
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/gu
/** All that follows is of this year: 2019年,…; 截至2019年底,…; not 比2019年增加… */
const FRAME = /^[^\p{L}\p{N}]*(?:截[至止]|早?在|自从?|从|到|至|于|而)?(?:19|20)\d{2}年/u
const YEAR_BEFORE = /上(?:一)?年(?!级)|去年|前一年/u
/** Beside the likeliest sentence, in its passage, a less likely one tells as well. */
const LIKELY_BESIDE = 0.02

/**
 * The nearest year to one of which the best sentence doesn't speak, nor its report, nor the passages around it.
 *
 * @param textOf of the document, for a report that doesn't say when it was written; undefined for one that was removed
 * @returns undefined where the year that is asked about is there, or nothing tells which one is
 */
export function yearInstead(
  asked: number,
  candidates: readonly Candidate[],
  documents: readonly DocumentSummary[],
  textOf: (documentId: string) => string | undefined,
): number | undefined {
  const [best] = candidates
  if (best === undefined) return undefined
  const documentOf = ({ passage }: Candidate) => documents.find(({ id }) => id === passage.document.id)
  const told = candidates.flatMap((one) => toldYears(one, best, reportedYears(documentOf(one))))
  if (told.includes(asked)) return undefined
  const near = yearsOf(best.sentence.text)
  const around = yearsOf(
    `${best.passage.document.title} ${best.passage.sectionPath.join(' ')} ${best.passage.text}`,
  )
  const known = knownYears(documentOf(best))
  const whole = known.length > 0 ? known : yearsOf(textOf(best.passage.document.id) ?? '')
  // Without a year of its own a sentence is of the report's year, and so is what it compares with another year.
  const own = near.length === 0 ? [...around, ...whole] : framed(best) ? [] : reportedYears(documentOf(best))
  if (own.includes(asked)) return undefined
  return [...near, ...around, ...whole]
    .filter((year) => year !== asked)
    .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked))[0]
}

/** The years that a sentence names, when it is likely enough to be the one that is meant. */
function toldYears(
  { passage, sentence, likelihood }: Candidate,
  best: Candidate,
  reported: readonly number[],
): number[] {
  const isBeside = passage === best.passage && likelihood >= LIKELY_BESIDE
  if (likelihood < LIKELY && !isBeside) return []
  const [report, ...more] = reported
  const before =
    report !== undefined && more.length === 0 && likelihood >= LIKELY && YEAR_BEFORE.test(fold(sentence.text))
      ? [report - 1]
      : []
  return [...yearsOf(sentence.text), ...before]
}

/** The years that a report is about: those of its title, else that of its date. */
function reportedYears(document: DocumentSummary | undefined): readonly number[] {
  if (document === undefined) return []
  return document.years.length > 0 ? document.years : dateYears(document)
}

function knownYears(document: DocumentSummary | undefined): readonly number[] {
  return document === undefined ? [] : [...document.years, ...dateYears(document)]
}

function dateYears({ date }: DocumentSummary): number[] {
  return date === undefined ? [] : [Number(date.slice(0, 4))]
}

function framed({ sentence }: Candidate): boolean {
  return FRAME.test(fold(sentence.text))
}

function yearsOf(text: string): number[] {
  return [...fold(text).matchAll(YEAR)].map(([, year]) => Number(year))
}
