// Which rows and which columns of a table does a question name?
import type { TableRow } from '../../text/table.ts'
import { unitAt } from '../../text/units.ts'
import { fold } from '../../verify/fold.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { blanked, placeOf, tokensOf } from './asked-words.ts'
import type { Column } from './columns.ts'
import { isShareOrRank } from './head-unit.ts'
import type { OpenedTable } from './opened-table.ts'
import { rowName } from './parts.ts'
import { isSum } from './sums.ts'

export interface NamedRows {
  readonly rows: readonly TableRow[]
  /** Cells that the question names, folded, and where a name is only named in part, the whole cell. */
  readonly names: readonly string[]
}

/** A cell that is named counts so much more where it says which row it is. */
const KEY_WEIGHT = 2
/** Share of a name that must stand in the question, its first or last word with it, where the whole name doesn't. */
const LEAST_PART = 0.3
/** Longer cells are remarks. */
const MOST_NAME = 40
/** Those with the most cells that stand in the question word for word; else the one whose name comes nearest. */
export function namedRows(question: string, table: OpenedTable): NamedRows {
  const asked = fold(question)
  const names = standing(asked, table)
  const scored = table.rows.map((row) => ({ row, score: scoreOf(row, table, names) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best > 0)
    return { rows: scored.filter(({ score }) => score === best).map(({ row }) => row), names: [...names] }
  return namedInPart(asked, table)
}

/** Cells that stand in the question, the longer ones first: 内科 is not named where 心内科 is. */
function standing(
  asked: string,
  { rows, columns }: Pick<OpenedTable, 'rows' | 'columns'>,
): ReadonlySet<string> {
  const cells = new Set(rows.flatMap((row) => columns.map((column) => nameIn(row, column))).filter(isName))
  const names = new Set<string>()
  let rest = asked
  for (const cell of [...cells].sort((a, b) => b.length - a.length)) {
    if (placeOf(cell, rest) < 0) continue
    names.add(cell)
    rest = blanked(rest, cell)
  }
  return names
}

function isName(cell: string): boolean {
  if (cell.length > MOST_NAME) return false
  return /^\d+(?:\.\d+)?$/u.test(cell) ? cell.length >= 4 : cell.length >= 2 && /[\p{L}\d]/u.test(cell)
}

function scoreOf(row: TableRow, { columns }: OpenedTable, names: ReadonlySet<string>): number {
  const ofGroup = row.group !== undefined && names.has(fold(row.group)) ? 1 : 0
  return columns.reduce((sum, column) => {
    return sum + (names.has(nameIn(row, column)) ? (column.isKey ? KEY_WEIGHT : 1) : 0)
  }, ofGroup)
}

/** Folded; without the unit where the cell names its row. */
function nameIn({ cells }: TableRow, { index, isKey }: Column): string {
  const cell = cells[index] ?? ''
  return fold(isKey ? rowName(cell) : cell)
}

/** Names of rows that stand in the question word for word. */
export function rowsIn(question: string, table: OpenedTable): string[] {
  const keys = table.columns.filter(({ isKey }) => isKey)
  const rows = table.rows.filter((row) => !isSum(row, table))
  return [...standing(fold(question), { columns: keys, rows })]
}

function namedInPart(asked: string, { rows, columns }: OpenedTable): NamedRows {
  const words = tokensOf(asked)
  const keys = columns.filter(({ isKey }) => isKey)
  const scored = rows.flatMap((row) =>
    keys.map((column) => {
      const name = nameIn(row, column)
      const tokens = [...tokensOf(name)]
      const held = tokens.filter((token) => words.has(token))
      const isTold = held.includes(tokens[0] ?? '') || held.includes(tokens.at(-1) ?? '')
      return { row, name, held, share: tokens.length < 2 || !isTold ? 0 : held.length / tokens.length }
    }),
  )
  const best = Math.max(LEAST_PART, ...scored.map(({ share }) => share))
  const nearest = scored.filter(({ share }) => share === best)
  const [only] = nearest
  // 民办学校 isn't 民办小学 where 民办幼儿园 stands beside it: what they share tells none.
  const isShared = only?.held.every((token) =>
    scored.some(({ row, held }) => row !== only.row && held.includes(token)),
  )
  // Two that come as near leave open which one is meant.
  return only === undefined || nearest.length > 1 || isShared === true
    ? { rows: [], names: [] }
    : { rows: [only.row], names: [only.name] }
}

/** A column is meant when so much of the best one's score is its own. */
const AS_GOOD = 0.75

/**
 * Columns whose names stand in the question, or whose unit or sort is asked for.
 *
 * @param names cells that the question names: what they share with a column's name doesn't name the column
 */
export function namedColumns(
  question: string,
  asked: QuestionKind,
  { columns }: OpenedTable,
  names: readonly string[],
): { readonly columns: readonly Column[]; readonly byName: boolean } {
  const words = tokensOf(names.reduce(blanked, fold(question)))
  const open = columns.filter(
    (column) => !column.isKey && !column.isUnit && !column.isSerial && !isCountedIn(column, asked),
  )
  const scored = open.map((column) => ({ column, score: nameScore(fold(column.name), words) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best === 0) {
    const ofKind = open.filter((column) => isOfKind(column, asked))
    return { columns: isAnyCount(asked, open) ? [] : ofKind, byName: false }
  }
  const isListed = LISTED.test(question)
  const nearest = withoutLonger(
    scored.filter(({ score }) => score >= AS_GOOD * best).map(({ column }) => column),
    fold(question),
  )
  const others = isListed ? scored.filter(({ score }) => score > 0).map(({ column }) => column) : []
  const apart = others.filter(
    (column) => !nearest.some((one) => one === column || !areApart([one, column], words)),
  )
  const named = columns.filter((column) => nearest.includes(column) || apart.includes(column))
  // 床位占比 where the table has 床位数 and 药占比: a third thing.
  if (!isListed && areApart(named, words)) return { columns: [], byName: false }
  const ofUnit = named.filter((column) => hasUnit(column, asked.unit))
  return { columns: ofUnit.length > 0 ? ofUnit : named, byName: true }
}

/** 个 may count what has a measure word of its own in another column: 有多少个 of 学校数（所） and 班级数（个） beside each other. */
function isAnyCount({ unit, counted }: QuestionKind, columns: readonly Column[]): boolean {
  if (unit !== '个' || counted !== undefined) return false
  return columns.some((column) => column.unit !== undefined && /^[家所座间处项种台]$/u.test(column.unit))
}

/**
 * 读者占比 isn't asked for where 读者 is, and stands alone in the question; 2022年读者 is where the question names that year and
 * no other.
 */
function withoutLonger(columns: readonly Column[], question: string): readonly Column[] {
  const years = [...new Set(question.match(/(?<!\d)(?:19|20)\d\d(?=年)/gu))]
  const ofYear = columns.filter(({ name }) => years.some((year) => fold(name).includes(year)))
  if (years.length === 1 && ofYear.length > 0) return ofYear
  const standing = columns.map(({ name }) => fold(name)).filter((name) => question.includes(name))
  return columns.filter(({ name }) => {
    const own = fold(name)
    return question.includes(own) || !standing.some((one) => own.includes(one))
  })
}

/** Said of two columns: 床位和收入, 东馆比西馆. */
const LISTED = /[、,，和与及跟同]|还有|(?<!占)比(?![例重率值较])|\band\b/iu

/** Two columns that are named by different words each. */
function areApart(columns: readonly Column[], words: ReadonlySet<string>): boolean {
  const [first, ...others] = columns.map(
    ({ name }) => new Set([...tokensOf(fold(name))].filter((token) => words.has(token))),
  )
  return first !== undefined && others.some((other) => ![...other].some((token) => first.has(token)))
}

/** 0 where too little of the name is there: neither half of it nor its first or last word. */
function nameScore(name: string, words: ReadonlySet<string>): number {
  const tokens = [...tokensOf(name)]
  const telling = tokens.filter((token) => !/^\d/u.test(token))
  const held = tokens.filter((token) => words.has(token)).length
  const heldTelling = telling.filter((token) => words.has(token))
  const isNamed =
    heldTelling.length * 2 >= telling.length ||
    heldTelling.includes(telling[0] ?? '') ||
    heldTelling.includes(telling.at(-1) ?? '')
  return held > 0 && isNamed ? held + held / tokens.length : 0
}

/** 座椅数（张） is no share. */
function isCountedIn({ name, unit }: Column, { kind }: QuestionKind): boolean {
  return (
    kind === 'share' && unit !== undefined && !/^(?:[%％‰]|个?百分点)$/u.test(unit) && !isShareOrRank(name)
  )
}

const SORTS: Partial<Record<QuestionKind['kind'], RegExp>> = {
  money: /价格?$|费用?$|金额|收入|支出|经费|资金|[^%]元/u,
  date: /日期|时间|年月/u,
  year: /年份|日期|时间|年度/u,
  person: /姓名|负责人|联系人|人员$/u,
  share: /占比|比例|比重|率$/u,
}

function isOfKind({ name, unit = '' }: Column, asked: QuestionKind): boolean {
  if (asked.unit !== undefined && hasUnit({ unit }, asked.unit)) return true
  if (asked.kind === 'share' && /[%％]/u.test(unit)) return true
  return SORTS[asked.kind]?.test(`${name} ${unit}`) === true
}

function hasUnit({ unit }: Pick<Column, 'unit'>, asked: string | undefined): boolean {
  if (unit === undefined || unit === '' || asked === undefined) return false
  const [own, wanted] = [unit, asked].map((one) => unitAt(fold(one).replace(/^[万亿]/u, ''), 0)?.unit.name)
  return unit === asked || (own !== undefined && own === wanted)
}
