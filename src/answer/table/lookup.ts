// Does a table answer the question by itself? The row and the column that the question names, or the row of the total.
import type { TableRow } from '../../text/table.ts'
import { fold } from '../../verify/fold.ts'
import { comparedSides } from '../extract/derive.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import type { Missing } from '../refusal/missing.ts'
import { leftOver } from './asked-words.ts'
import { type Extreme, extremeAsked, extremeRows } from './extreme.ts'
import { isSum, isTotal, namedColumns, namedRows } from './named.ts'
import { cellValue, type OpenedTable, readAloud } from './opened-table.ts'

/** What a table says to a question. */
export type Lookup =
  | {
      readonly kind: 'rows'
      readonly table: OpenedTable
      /** In text order, never empty. */
      readonly rows: readonly TableRow[]
      /** Columns that answer; undefined: the whole row does. */
      readonly columns: ReadonlySet<number> | undefined
      /** What was compared to choose the rows. */
      readonly extreme?: Extreme & { readonly compared: number }
    }
  | {
      readonly kind: 'lacking'
      readonly table: OpenedTable
      /** What the table hasn't. */
      readonly missing: Missing
    }

/** A row that is read out whole may have so many characters. */
const MOST_WHOLE = 220
const SUM =
  /一共|总共|合计|总计|共计|总数|总量|总和|总的|加起来|全部加|累计|[共总][有达计]|\b(?:total|altogether|in all|sum)\b/u
const EACH = /各|分别|每[个家一]|所有|都[有是]|哪些|\b(?:each|every|all)\b/u
const SHOWN_NAMES = 3
/** 最贵 names the column too. */
const OF_PRICES = /贵|便宜|cheap|expensive/u
/** What is left over of a question for the difference of two numbers. */
const OF_DIFFERENCES = /^(?:比|比较|相比|相差|[多少高低差])$/u

/**
 * @param about names of the organisation and of the report, which account for words of the question
 * @returns undefined where a word of the question is in doubt: then the rows are sentences like others
 */
export function lookUp(
  question: string,
  asked: QuestionKind,
  table: OpenedTable,
  about: readonly string[],
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
  if (rows.length === 0) return ofWholeTable({ question, asked, table, shown, byName, extreme, left })
  const isCompared = rows.length === 2 && columns.length === 1 && comparedSides(question) !== undefined
  const unknown = left.filter((word) => !(isCompared && OF_DIFFERENCES.test(word)))
  // 图书馆面积 where the table has the row, and areas of other things.
  if (unknown.length > 0)
    return byName && shown !== undefined && isOfOneThing(asked)
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
  const isEmpty =
    shown !== undefined && rows.every((row) => valuesOf(table, row, shown).every((value) => value === ''))
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
}

/** No row is named: the first or the last, the total, or all of them are asked for. */
function ofWholeTable({ question, table, shown, byName, extreme, left, asked }: Asked): Lookup | undefined {
  if (shown === undefined) return undefined
  if (left.length > 0) return byName && isOfOneThing(asked) ? lackingRow(table, shown, left) : undefined
  if (extreme !== undefined) return ofExtreme(table, table.rows, shown, extreme)
  const isEach = EACH.test(fold(question))
  const isSumAsked = SUM.test(fold(question))
  if (isCounting(asked) && (isSumAsked || !isEach)) {
    const totals = table.rows.filter(
      (row) => isTotal(row, table) && valuesOf(table, row, shown).some((value) => value !== ''),
    )
    if (totals.length === 1) return { kind: 'rows', table, rows: totals, columns: shown }
    return isSumAsked ? withoutTotal(table, shown) : undefined
  }
  const single = table.rows.filter((row) => !isSum(row, table))
  return isEach && byName ? { kind: 'rows', table, rows: single, columns: shown } : undefined
}

/** A list or a summary may do without some of the words. */
function isOfOneThing({ kind }: QuestionKind): boolean {
  return !['list', 'summary', 'manner', 'reason', 'yes-no', 'other'].includes(kind)
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

function namesOf({ columns }: OpenedTable, shown: ReadonlySet<number>): string {
  return columns
    .filter(({ index }) => shown.has(index))
    .slice(0, SHOWN_NAMES)
    .map(({ name }) => `“${name}”`)
    .join('、')
}

function emptyCells(table: OpenedTable, row: TableRow, shown: ReadonlySet<number>): Lookup {
  const whose = table.columns.flatMap(({ isKey, index }) => (isKey ? [row.cells[index] ?? ''] : [])).join(' ')
  return lacking(table, {
    words: [whose],
    zh: `“${table.title}”的表里有“${whose}”，但它的${namesOf(table, shown)}是空的。`,
    en: `The table “${table.title}” has “${whose}”, but its ${namesOf(table, shown)} is empty.`,
  })
}

function lackingRow(table: OpenedTable, shown: ReadonlySet<number>, left: readonly string[]): Lookup {
  const words = left.slice(0, SHOWN_NAMES)
  const lacked = words.map((word) => `“${word}”`)
  return lacking(table, {
    words,
    zh: `“${table.title}”的表里有${namesOf(table, shown)}，但没有${lacked.join('、')}。`,
    en: `The table “${table.title}” has ${namesOf(table, shown)}, but not ${lacked.join(', ')}.`,
  })
}

function withoutTotal(table: OpenedTable, shown: ReadonlySet<number>): Lookup {
  return lacking(table, {
    words: ['合计'],
    zh: `“${table.title}”的表里有各行的${namesOf(table, shown)}，没有合计；不作推算。`,
    en: `The table “${table.title}” has ${namesOf(table, shown)} row by row and no total; none is worked out.`,
  })
}

function lacking(
  table: OpenedTable,
  { words, zh, en }: { readonly words: readonly string[]; readonly zh: string; readonly en: string },
): Lookup {
  const missing: Missing = {
    reason: 'unknown-indicator',
    zh: { missing: words, message: zh },
    en: { missing: words, message: en },
  }
  return { kind: 'lacking', table, missing }
}
