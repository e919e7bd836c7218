// What does a table say that it hasn't? A row, a total, or what stands in a cell.
import type { TableRow } from '../../text/table.ts'
import type { Missing } from '../refusal/missing/missing.ts'
import type { OpenedTable } from './opened-table.ts'
import { rowTitle } from './parts.ts'

export interface Lacking {
  readonly kind: 'lacking'
  readonly table: OpenedTable
  /** What the table hasn't. */
  readonly missing: Missing
}

const SHOWN_NAMES = 3

function namesOf({ columns }: OpenedTable, shown: ReadonlySet<number>): string {
  return columns
    .filter(({ index }) => shown.has(index))
    .slice(0, SHOWN_NAMES)
    .map(({ name }) => `“${name}”`)
    .join('、')
}

export function emptyCells(table: OpenedTable, row: TableRow, shown: ReadonlySet<number>): Lacking {
  const whose = table.columns
    .flatMap(({ isKey, index }) => (isKey ? [rowTitle(row.cells[index] ?? '')] : []))
    .join(' ')
  const dash = table.columns.flatMap(({ index }) => (shown.has(index) ? [row.cells[index] ?? ''] : []))[0]
  const isEmpty = dash === undefined || dash === ''
  return lacking(table, {
    words: [whose],
    zh: `“${table.title}”的表里有“${whose}”，但它的${namesOf(table, shown)}${isEmpty ? '是空的' : `没有填数（${dash}）`}。`,
    en: `The table “${table.title}” has “${whose}”, but its ${namesOf(table, shown)} is ${isEmpty ? 'empty' : `not filled in (${dash})`}.`,
  })
}

export function lackingRow(table: OpenedTable, shown: ReadonlySet<number>, left: readonly string[]): Lacking {
  const words = left.slice(0, SHOWN_NAMES)
  const lacked = words.map((word) => `“${word}”`)
  return lacking(table, {
    words,
    zh: `“${table.title}”的表里有${namesOf(table, shown)}，但没有${lacked.join('、')}。`,
    en: `The table “${table.title}” has ${namesOf(table, shown)}, but not ${lacked.join(', ')}.`,
  })
}

export function withoutTotal(table: OpenedTable, shown: ReadonlySet<number>): Lacking {
  return lacking(table, {
    words: ['合计'],
    zh: `“${table.title}”的表里有各行的${namesOf(table, shown)}，没有合计；不作推算。`,
    en: `The table “${table.title}” has ${namesOf(table, shown)} row by row and no total; none is worked out.`,
  })
}

function lacking(
  table: OpenedTable,
  { words, zh, en }: { readonly words: readonly string[]; readonly zh: string; readonly en: string },
): Lacking {
  const missing: Missing = {
    reason: 'unknown-indicator',
    zh: { missing: words, message: zh },
    en: { missing: words, message: en },
  }
  return { kind: 'lacking', table, missing }
}
