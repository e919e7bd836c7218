// What proves the answer? Every run of sentences as a claim with its citation, checked as any claim would be.
import type { Document } from '../../document/document.ts'
import { isGenericName } from '../../search/routing/short-names.ts'
import { pageAt } from '../../text/pages.ts'
import { verifyClaim } from '../../verify/claim.ts'
import type { Citation, Claim } from '../answer.ts'
import { rangeId } from '../permalink.ts'
import { phraseRun } from '../runs/phrase.ts'
import { planHeading } from '../runs/plan-heading.ts'
import type { Run } from '../runs/runs.ts'
import { readingsIn } from '../table/read-passages.ts'

/** What a claim needs of a document. */
export type Cited = Pick<
  Document,
  | 'id'
  | 'title'
  | 'text'
  | 'organisation'
  | 'aliases'
  | 'date'
  | 'pages'
  | 'paragraphs'
  | 'captions'
  | 'outline'
>

/**
 * @param documentOf undefined for a document that was removed meanwhile: its runs are left out
 * @returns numbered from 1; two runs of one range share a number
 */
export function claimsOf(runs: readonly Run[], documentOf: (id: string) => Cited | undefined): Claim[] {
  const claims: Claim[] = []
  const numbers = new Map<string, number>()
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)]
    const document = first && documentOf(first.passage.document.id)
    if (first === undefined || last === undefined || document === undefined) continue
    const range = { start: first.sentence.range.start, end: last.sentence.range.end }
    const key = `${document.id} ${range.start} ${range.end}`
    const n = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, n)
    const citation = citationOf(n, document, first.passage.sectionPath, range)
    const names = namesOf(document)
    const readings = readingsIn(document, range)
    // The heading is the report's own, and beside a title of another year it would be read as a year that is wrong.
    const verdict = judged(phraseRun(run, names), citation, readings, document)
    claims.push({ text: phraseRun(run, names, planHeading(run)), citations: [citation], ...verdict })
  }
  return claims
}

export function citationOf(
  n: number,
  document: Cited,
  sectionPath: readonly string[],
  range: Citation['range'],
): Citation {
  const { id, title, text } = document
  const page = pageAt(document.pages, range.start)
  return {
    n,
    documentId: id,
    title,
    sectionPath,
    range,
    ...(page !== undefined && { page }),
    quote: text.slice(range.start, range.end),
    url: `/d/${encodeURIComponent(id)}#${rangeId(text, range)}`,
  }
}

/**
 * The verdict of verify/ on a claim and the quotation it rests on.
 *
 * @param readings the rows of a table in the quotation, read with the names of their columns
 */
export function judged(
  text: string,
  { quote, sectionPath }: Citation,
  readings: readonly string[],
  document: Cited,
): Pick<Claim, 'verdict' | 'reasons'> {
  const { title, organisation, aliases, date } = document
  const { kind, reasons } = verifyClaim(text, {
    texts: [quote, ...readings],
    aliases,
    title,
    ...(organisation !== undefined && { organisation }),
    ...(date !== undefined && { date }),
    sectionPath,
  })
  return {
    verdict: kind,
    reasons: reasons.map(({ aspect, found, text: part, detail }) => ({ aspect, found, text: part, detail })),
  }
}

/** The official name, then the aliases that say which organisation is meant: 市二院 doesn't. */
function namesOf({ organisation, aliases }: Cited): string[] {
  return organisation === undefined ? [] : [organisation, ...aliases.filter((alias) => !isGenericName(alias))]
}

/** Claims as running text, each followed by the marks of its citations. */
export function textOf(claims: readonly Claim[]): string {
  return claims.map(({ text, citations }) => text + citations.map(({ n }) => `[${n}]`).join('')).join('\n')
}

/** Each citation once, by its number. */
export function citationsOf(claims: readonly Claim[]): Citation[] {
  const byNumber = new Map(claims.flatMap(({ citations }) => citations).map((one) => [one.n, one]))
  return [...byNumber.values()].sort((a, b) => a.n - b.n)
}
