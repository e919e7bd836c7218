// What do the tables that were found answer? One claim a row, the first with the name of the table.
import type { SearchResult } from '../../search/passage.ts'
import type { TableRow } from '../../text/table.ts'
import type { Claim } from '../answer.ts'
import { derive } from '../derived/derive.ts'
import { citationOf, judged } from '../extract/claims.ts'
import { isNarrowed, type Narrowing } from '../question/narrowed.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import type { Missing } from '../refusal/missing/missing.ts'
import { wholesOf } from './asked-words.ts'
import { type FoundRows, lookUp } from './lookup.ts'
import { readAloud } from './opened-table.ts'
import { lookUpChange } from './over-years.ts'
import { type FoundTable, readingOf } from './read-passages.ts'

/** A list of rows may have so many characters; one row always fits. */
const MOST_CHARACTERS = 400

/**
 * @returns claims where the question's words name row and column and no word is left over; what is missing where the table has
 *   the column and lacks the rest; undefined where tables don't settle it
 */
export function answerFromTables(
  { question, asked }: SearchResult,
  kind: QuestionKind,
  narrowed: readonly Narrowing[],
  tables: readonly FoundTable[],
): readonly Claim[] | Missing | undefined {
  const found = tables.flatMap((one) => {
    const { organisation, aliases, title } = one.document
    const others = tables.flatMap(({ table }) => (table === one.table ? [] : [table]))
    const about = [organisation ?? '', ...aliases, title, ...wholesOf(organisation ?? '')]
    const said =
      lookUpChange(asked ?? question, one.table, about) ??
      lookUp(asked ?? question, kind, one.table, about, others)
    return said === undefined || (said.kind === 'rows' && !saysOfWhom(said, narrowed)) ? [] : [{ said, one }]
  })
  const answered = found.flatMap(({ said, one }) => (said.kind === 'rows' ? [{ said, one }] : []))
  // A table whose column is asked for before one that has a row of that name and nothing more.
  const best = answered.find(({ said }) => said.columns !== undefined) ?? answered[0]
  if (best !== undefined) return withDifference(question, best.said, claimsOfRows(best.said, best.one))
  const [first] = found
  if (first?.said.kind !== 'lacking') return undefined
  // Whether something else answers is not the table's to say, unless it was found first.
  if (first.one.passage.rank > 1) return undefined
  return first.said.missing
}

/** Of all teachers a table may have the number, and not of the women. */
function saysOfWhom({ table, rows, columns }: FoundRows, narrowed: readonly Narrowing[]): boolean {
  return isNarrowed(narrowed, [...table.about, ...rows.map((row) => readAloud(table, row, columns))])
}

/** What two rows, or two cells of one row, differ by, in front of them, where that is asked. */
function withDifference(
  question: string,
  { columns, change }: FoundRows,
  claims: readonly Claim[],
): readonly Claim[] {
  const isPair = claims.length === 2 || (claims.length === 1 && (change !== undefined || columns?.size === 2))
  const derived = isPair ? derive(question, claims.map(({ text }) => text).join('')) : undefined
  if (derived === undefined) return claims
  const text = change === undefined ? derived.text : derived.text.replace(/^相差/u, change)
  const reason = { aspect: 'derived', found: true, text: derived.from, detail: `由引文推算：${derived.from}` }
  const citations = claims.flatMap((claim) => claim.citations)
  return [{ text, citations, verdict: 'supported', reasons: [reason] }, ...claims]
}

function claimsOfRows(
  { table, rows, columns, extreme }: FoundRows,
  { document, passage }: FoundTable,
): Claim[] {
  const claims: Claim[] = []
  let characters = 0
  for (const [i, row] of rows.entries()) {
    const lead = i > 0 ? '' : `${leadOf(table.title, document.organisation)}：`
    const said = lead + readAloud(table, row, columns)
    characters += said.length
    if (i > 0 && characters > MOST_CHARACTERS) break
    const citation = citationOf(i + 1, document, passage.sectionPath, row.range)
    const checked = judged(`${said}。`, citation, [readingOf(table, row)], document)
    const text = extreme === undefined ? `${said}。` : `${said}（${extreme.word}）。`
    const reasons = extreme === undefined ? [] : [comparison(extreme, row)]
    claims.push({ text, citations: [citation], ...checked, reasons: [...checked.reasons, ...reasons] })
  }
  return claims
}

/** 表1-2 before a title: where it stands, and not what it is. */
const NUMBER = /^(?:附?表|table)\s*[\d一二三四五六七八九十]+(?:[-－.]\d+)*[\s:：.、]*(?=.)/iu

/** The title of the table, with the organisation unless it says it. */
function leadOf(title: string, organisation: string | undefined): string {
  const name = title.replace(NUMBER, '')
  return organisation === undefined || name.includes(organisation) ? name : `${organisation}${name}`
}

function comparison(
  { word, compared }: NonNullable<FoundRows['extreme']>,
  { cells }: TableRow,
): Claim['reasons'][number] {
  return {
    aspect: 'derived',
    found: true,
    text: word,
    detail: `比较了表中${compared}行，${word}的是“${cells[0] ?? ''}”`,
  }
}
