// Which table does a sentence stand in, and how is one of its rows read aloud? Every cell with the name of its column.
import type { Document, Paragraph } from '../../document/document.ts'
import { captionAbove } from '../../text/caption-above.ts'
import { contains, type Range } from '../../text/range.ts'
import { isNumber, readTable, type TableRow } from '../../text/table.ts'
import { type Column, columnsOf } from './columns.ts'
import { isShareOrRank, parted } from './head-unit.ts'
import { rowName, rowTitle, withWholes } from './parts.ts'

/** What is needed of a document to read its tables. */
export type Tabled = Pick<Document, 'text' | 'captions' | 'outline' | 'title'> & {
  readonly paragraphs: readonly Pick<Paragraph, 'kind' | 'range' | 'section'>[]
}

export interface OpenedTable {
  readonly range: Range
  /** Its caption, or the heading of the sheet or part it stands under. */
  readonly title: string
  /** Title, headings above it and lines over it: what all its rows are about. */
  readonly about: readonly string[]
  readonly columns: readonly Column[]
  readonly rows: readonly TableRow[]
}

/** Longer tables are for a data base: reading one at each question would take longer than all the rest. */
const MOST_CHARACTERS = 2_000_000

/** @returns undefined where no table stands there, or one whose columns have no names */
export function tableAt(document: Tabled, place: Range): OpenedTable | undefined {
  const paragraph = document.paragraphs.find(({ kind, range }) => kind === 'table' && contains(range, place))
  if (paragraph === undefined || paragraph.range.end - paragraph.range.start > MOST_CHARACTERS)
    return undefined
  const table = readTable(document.text, paragraph.range)
  if (table === undefined) return undefined
  const lines = [...linesAbove(document, paragraph.range.start), table.title].filter(
    (line) => line !== undefined,
  )
  const columns = columnsOf(table, lines)
  const path = document.outline[paragraph.section]?.path ?? [document.title]
  return {
    range: paragraph.range,
    title: lines.find((line) => !UNIT_LINE.test(line)) ?? path.at(-1) ?? document.title,
    about: [...path, ...lines],
    columns,
    rows: withWholes(table.rows, columns),
  }
}

/** The caption, also where a line of its own tells the unit between it and the table. */
function linesAbove(document: Tabled, start: number): (string | undefined)[] {
  const caption = captionAbove(document, start)
  const above = document.text.slice(Math.max(0, start - MOST_LINE), start).trimEnd()
  const last = above.slice(above.lastIndexOf('\n') + 1)
  if (!UNIT_LINE.test(last.trim())) return [caption]
  const from = document.text.lastIndexOf(last, start)
  return [captionAbove(document, from), last.trim()]
}

/** Characters before a table in which a line that tells the unit stands, blank lines with it. */
const MOST_LINE = 80

/** 单位：万元 alone is no title. */
const UNIT_LINE = /^[（(]?(?:计量|金额)?单位[:：]/u

/**
 * 科室：内科；床位数：60张.
 *
 * @param shown columns that are said beside those that name the row; empty cells are said only of these
 */
export function readAloud({ columns }: OpenedTable, row: TableRow, shown?: ReadonlySet<number>): string {
  const group = row.group === undefined ? [] : [row.group]
  const said = columns.flatMap((column) => {
    const isAsked = shown?.has(column.index) === true
    if (column.isUnit || (column.isSerial && !isAsked) || !(column.isKey || shown === undefined || isAsked))
      return []
    const value = cellValue(columns, row, column)
    if (value === '') return isAsked ? [`${column.name}：（空）`] : []
    return [column.name === '' ? value : `${column.name}：${value}`]
  })
  return [...group, ...said].join('；')
}

/** A bare number gets the unit of its column, of the column of units, or of its row. */
export function cellValue(columns: readonly Column[], { cells }: TableRow, column: Column): string {
  const cell = cells[column.index] ?? ''
  if (column.isKey) return columns.some(({ isOfRowUnit }) => isOfRowUnit) ? rowName(cell) : rowTitle(cell)
  if (!isNumber(cell) || /[%％‰]$/u.test(cell)) return cell
  return cell + (column.unit ?? unitOfRow(columns, cells, column) ?? '')
}

/** In the column of units, or behind its name where the row is of one thing that is counted in one unit: 营业收入（亿元）. */
function unitOfRow(
  columns: readonly Column[],
  cells: readonly string[],
  { name, isOfRowUnit }: Column,
): string | undefined {
  const beside = columns.find(({ isUnit }) => isUnit)
  if (beside !== undefined) return isShareOrRank(name) ? undefined : cells[beside.index]
  if (!isOfRowUnit) return undefined
  return columns.flatMap(({ isKey, index }) => (isKey ? (parted(cells[index] ?? '').unit ?? []) : []))[0]
}
