// Does a table answer the question by itself? The row and the column that the question names, or the row of the total.
import type { TableRow } from '../../text/table.ts'
import { fold } from '../../verify/fold.ts'
import { comparedSides } from '../derived/derive.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { isGeneral, leftOver } from './asked-words.ts'
import { type Extreme, extremeAsked, extremeRows } from './extreme.ts'
import { emptyCells, type Lacking, lackingRow, withoutTotal } from './lacking.ts'
import { namedColumns, namedRows, rowsIn } from './named.ts'
import { cellValue, type OpenedTable, readAloud } from './opened-table.ts'
import { isSum, isTotal, isUnfilled } from './sums.ts'

/** What a table says to a question. */
export type Lookup = FoundRows | Lacking

export interface FoundRows {
  readonly kind: 'rows'
  readonly table: OpenedTable
  /** In text order, never empty. */
  readonly rows: readonly TableRow[]
  /** Columns that answer; undefined: the whole row does. */
  readonly columns: ReadonlySet<number> | undefined
  /** What was compared to choose the rows. */
  readonly extreme?: Extreme & { readonly compared: number }
  /** Which way the one row went from year to year, 2023年比2022年增加; its columns are those of both years. */
  readonly change?: string
}

/** A row that is read out whole may have so many characters. */
const MOST_WHOLE = 220
const SUM =
  /一共|总共|合计|总计|共计|总数|总量|总和|总的|加起来|全部加|累计|[共总][有达计]|\b(?:total|altogether|in all|sum)\b/u
const EACH = /各|分别|每[个家一]|所有|都[有是]|哪些|\b(?:each|every|all)\b/u
/** 最贵 names the column too. */
const OF_PRICES = /贵|便宜|cheap|expensive/u
const YEAR = /^(?:19|20)\d\d(?:年|$)/u
/** What is left over of a question for the difference of two numbers. */
const OF_DIFFERENCES = /^(?:比|比较|相比|相差|[多少高低差])$/u
/** Words of a comparison: a table can't lack them. */
const COMPARES = /占|还是|^(?:比|较|比较|相比|相差|更|[多少高低差大小])$/u

/**
 * @param about names of the organisation and of the report, which account for words of the question
 * @param others tables that were found beside it: what their rows are of, this table's total isn't
 * @returns undefined where a word of the question is in doubt: then the rows are sentences like others
 */
export function lookUp(
  question: string,
  asked: QuestionKind,
  table: OpenedTable,
  about: readonly string[],
  others: readonly OpenedTable[],
): Lookup | undefined {
  const { rows, names } = namedRows(question, table)
  const extreme = extremeAsked(question)
  const kind = extreme !== undefined && OF_PRICES.test(extreme.word) ? { kind: 'money' as const } : asked
  const { columns, byName } = namedColumns(question, kind, table, names)
  const shown = columns.length === 0 ? undefined : new Set(columns.map(({ index }) => index))
  const keys = table.columns.filter(({ isKey }) => isKey)
  const known = [
    ...about,
    ...table.about,
    ...[...keys, ...columns].map(({ name, unit = '' }) => `${name} ${unit}`),
    ...rows.flatMap(({ cells, group = '' }) => [group, ...keys.map(({ index }) => cells[index] ?? '')]),
    ...(extreme === undefined ? [] : [extreme.word]),
    SUM.exec(fold(question))?.[0] ?? '',
  ]
  const left = leftOver(question, names, known)
  if (rows.length === 0) {
    const elsewhere = left.length > 0 ? [] : rowsElsewhere(question, others, known)
    const isPart = left.length === 0 && isOfPart(question, table, others)
    return ofWholeTable({
      question,
      asked,
      table,
      shown,
      byName,
      extreme,
      left: [...left, ...elsewhere],
      isPart,
    })
  }
  const isPair = rows.length * columns.length === 2 && comparedSides(question) !== undefined
  const unknown = left.filter((word) => !(isPair && OF_DIFFERENCES.test(word)))
  // 图书馆面积 where the table has the row, and areas of other things.
  if (unknown.length > 0)
    return byName && shown !== undefined && isSettled(asked, unknown)
      ? lackingRow(table, shown, unknown)
      : undefined
  if (extreme !== undefined) return ofExtreme(table, rows, shown, extreme)
  return ofRows(table, rows, shown)
}

function ofRows(
  table: OpenedTable,
  rows: readonly TableRow[],
  shown: ReadonlySet<number> | undefined,
): Lookup | undefined {
  const first = rows[0]
  if (first === undefined) return undefined
  if (shown === undefined && readAloud(table, first).length > MOST_WHOLE) return undefined
  const isEmpty = shown !== undefined && rows.every((row) => valuesOf(table, row, shown).every(isUnfilled))
  return isEmpty ? emptyCells(table, first, shown) : { kind: 'rows', table, rows, columns: shown }
}

interface Asked {
  readonly question: string
  readonly asked: QuestionKind
  readonly table: OpenedTable
  readonly shown: ReadonlySet<number> | undefined
  readonly byName: boolean
  readonly extreme: Extreme | undefined
  readonly left: readonly string[]
  /** Its total is that of a part of what is asked for. */
  readonly isPart: boolean
}

/** No row is named: the first or the last, the total, or all of them are asked for. */
function ofWholeTable({
  question,
  table,
  shown,
  byName,
  extreme,
  left,
  asked,
  isPart,
}: Asked): Lookup | undefined {
  if (shown === undefined) return undefined
  if (left.length > 0) return byName && isSettled(asked, left) ? lackingRow(table, shown, left) : undefined
  const isOfKeys = table.columns.some(
    ({ isKey, name }) => isKey && name !== '' && fold(question).includes(fold(name)),
  )
  if (extreme !== undefined)
    return isPart && !isOfKeys ? undefined : ofExtreme(table, table.rows, shown, extreme)
  const isEach = EACH.test(fold(question))
  const isSumAsked = SUM.test(fold(question))
  if (isCounting(asked) && (isSumAsked || !isEach)) {
    const totals = table.rows.filter(
      (row) => isTotal(row, table) && valuesOf(table, row, shown).some((value) => !isUnfilled(value)),
    )
    if (isPart) return undefined
    if (totals.length === 1) return { kind: 'rows', table, rows: totals, columns: shown }
    return isSumAsked ? withoutTotal(table, shown) : undefined
  }
  const single = table.rows.filter((row) => !isSum(row, table))
  return isEach && byName ? { kind: 'rows', table, rows: single, columns: shown } : undefined
}

/** A list or a summary may do without some of the words; a question of no known sort not without the year. */
function isSettled({ kind }: QuestionKind, lacked: readonly string[]): boolean {
  if (lacked.some((word) => COMPARES.test(word))) return false
  if (kind === 'other') return lacked.some((word) => YEAR.test(word))
  return !['list', 'summary', 'manner', 'reason', 'yes-no'].includes(kind)
}

/** All pupils are asked for, and the title says 小学, which another table has a row of. */
function isOfPart(question: string, { title }: OpenedTable, others: readonly OpenedTable[]): boolean {
  const asked = fold(question)
  return others.some((other) =>
    rowsIn(title, other).some((name) => !isGeneral(name) && !asked.includes(name)),
  )
}

/** Rows of other tables that the question names, and that nothing here accounts for. */
function rowsElsewhere(
  question: string,
  others: readonly OpenedTable[],
  known: readonly string[],
): readonly string[] {
  const about = fold(known.join(' '))
  return [...new Set(others.flatMap((other) => rowsIn(question, other)))].filter(
    (name) => !about.includes(name),
  )
}

function isCounting({ kind }: QuestionKind): boolean {
  return kind === 'count' || kind === 'money' || kind === 'share' || kind === 'duration'
}

function ofExtreme(
  table: OpenedTable,
  rows: readonly TableRow[],
  shown: ReadonlySet<number> | undefined,
  extreme: Extreme,
): Lookup | undefined {
  const [only, ...more] = shown ?? []
  const column = more.length === 0 ? table.columns.find(({ index }) => index === only) : undefined
  const found = column && extremeRows(table, rows, column, extreme)
  if (found === undefined) return undefined
  return {
    kind: 'rows',
    table,
    rows: found.rows,
    columns: shown,
    extreme: { ...extreme, compared: found.compared },
  }
}

function valuesOf(table: OpenedTable, row: TableRow, shown: ReadonlySet<number>): string[] {
  return table.columns
    .filter(({ index }) => shown.has(index))
    .map((column) => cellValue(table.columns, row, column))
}
