// Do the reports speak of the year that is asked about? Sentences name years, others are of the year of their report.
import type { DocumentSummary } from '../../../collection/collection.ts'
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { planAround, timesOf } from '../../likelihood/report-times.ts'

/** A sentence of this likelihood may be the one that is meant. */
export const LIKELY = 0.1
const YEAR = /(?<!\d)((?:19|20)\d{2})(?=年|\D|$)/gu
/** All that follows is of this year: 2019年,…; 截至2019年底,…; not 比2019年增加… */
const FRAME = /^[^\p{L}\p{N}]*(?:截[至止]|早?在|自从?|从|到|至|于|而)?(?:19|20)\d{2}年/u
const YEAR_BEFORE = /上(?:一)?年(?!级)|去年|前一年/u
/** 比2021年增加 says nothing of the year of what stands beside it. */
const COMPARED = /[比较]于?(?:19|20)\d{2}年/gu
/** Beside the likeliest sentence, in its passage, a less likely one tells as well. */
const LIKELY_BESIDE = 0.02
/** Beside one without a year it must hold so much of what that one holds of the words asked about: else it is of another matter. */
const SAME_MATTER = 0.5

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
  const document = documentOf(best)
  const told = candidates.flatMap((one) => toldYears(one, best, reportedYears(documentOf(one))))
  if (told.includes(asked)) return undefined
  const near = yearsOf(best.sentence.text)
  const { around, whole } = surroundings(best, document, textOf)
  // Without a year of its own a sentence is of the report's year, and so is what it compares with another year.
  const own = near.length === 0 ? [...around, ...whole] : framed(best) ? [] : reportedYears(document)
  const plan = planOf(best, document)
  if ((plan === undefined ? own : plan).includes(asked)) return undefined
  return [...near, ...(plan ?? []), ...around, ...whole]
    .filter((year) => year !== asked)
    .sort((a, b) => Math.abs(a - asked) - Math.abs(b - asked))[0]
}

/** The years in which a sentence without a year may stand. */
function surroundings(
  best: Candidate,
  document: DocumentSummary | undefined,
  textOf: (documentId: string) => string | undefined,
): { readonly around: readonly number[]; readonly whole: readonly number[] } {
  const { title, id } = best.passage.document
  const headings = best.passage.sectionPath.filter((heading) => heading !== title).join(' ')
  const titled = document === undefined ? [] : timesOf(document).reported
  // A report that says of which year it is needs none said in a neighbouring sentence, where it is of another matter.
  if (titled.length > 0) return { around: [...yearsOf(headings), ...yearsBefore(best)], whole: titled }
  const known = knownYears(document)
  return {
    around: yearsOf(`${title} ${headings} ${best.passage.text}`),
    whole: known.length > 0 ? known : yearsOf(textOf(id) ?? ''),
  }
}

/** Those that the last sentence before it names that names any: 2019年,…。 holds on until another year is named. */
function yearsBefore({ passage, sentence }: Candidate): readonly number[] {
  const before = passage.text.slice(0, Math.max(0, passage.text.indexOf(sentence.text)))
  const named = before.split(/[。;；\n]/u).map((text) => yearsOf(fold(text).replace(COMPARED, ' ')))
  return named.findLast((years) => years.length > 0) ?? []
}

/** The year for which a sentence plans; undefined where it stands in no plan, or in one that doesn't say. */
function planOf(
  { passage, sentence }: Candidate,
  document: DocumentSummary | undefined,
): readonly number[] | undefined {
  const plan = document && planAround(passage, timesOf(document), sentence.text)
  return plan?.year === undefined ? undefined : [plan.year, ...yearsOf(sentence.text)]
}

/** The years that a sentence names, when it is likely enough to be the one that is meant. */
function toldYears(
  { passage, sentence, likelihood, overlap }: Candidate,
  best: Candidate,
  reported: readonly number[],
): number[] {
  const isBeside = passage === best.passage && likelihood >= LIKELY_BESIDE
  const isOther = overlap < SAME_MATTER * best.overlap && yearsOf(best.sentence.text).length === 0
  if ((likelihood < LIKELY && !isBeside) || isOther) return []
  const [report, ...more] = reported
  const before =
    report !== undefined && more.length === 0 && likelihood >= LIKELY && YEAR_BEFORE.test(fold(sentence.text))
      ? [report - 1]
      : []
  return [...yearsOf(sentence.text), ...before]
}

/** The years that a report is about: those of its title that it doesn't plan, else that of its date. */
function reportedYears(document: DocumentSummary | undefined): readonly number[] {
  if (document === undefined) return []
  const { reported } = timesOf(document)
  return reported.length > 0 ? reported : knownYears(document)
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
