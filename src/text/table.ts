// Which cells stand under which names? A table as its lines have it: pipes, tabs or wide gaps between the cells.
import type { Range } from './range.ts'

export interface TableRow {
  /** Of its line, without the blanks at the ends. */
  readonly range: Range
  /** As many as the table has columns; empty cells are empty. */
  readonly cells: readonly string[]
  /** Text of a row of its own above it that belongs to all rows up to the next one: 一、临床科室. */
  readonly group?: string
}

export interface Table {
  /** One a column, without blanks inside; the names of several head rows one after the other, the widest first. */
  readonly heads: readonly string[]
  /** What stands over all columns above the heads. */
  readonly title?: string
  /** In text order, without heads and rules. A row with more or fewer cells than heads can't be read and is left out. */
  readonly rows: readonly TableRow[]
}

/** Rows of names above the rows that they name. */
const MAX_HEAD_ROWS = 3
/** A quantity; a year is the name of a column. */
const QUANTITY = /^[-+−¥￥$]?(?!(?:19|20)\d\d(?:\.0)?$)\d[\d,，.]*\s*(?:%|％|‰)?$/u
const YEAR = /^(?:19|20)\d\d(?:\.0)?$/u
const DAY = /^(?:19|20)\d\d[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?/u
/** |---|:---:| below the heads of a table in Markdown. */
const RULE = /^:?-{2,}:?$/u
/** Said of the table, not of the rows below. */
const NOTE = /^(?:注|备注|说明|附注|数据来源|资料来源|来源|note|source)\s*[\d一二三]?[:：]/iu
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u

interface Line {
  readonly range: Range
  readonly cells: readonly string[]
}

/** @returns undefined where no row names the columns, or nothing stands below the names */
export function readTable(text: string, range: Range): Table | undefined {
  const lines = linesOf(text, range)
  const titles = lines.findIndex(({ cells }) => !isLone(cells))
  if (titles < 0) return undefined
  const below = lines.slice(titles)
  const count = headRowCount(below.map(({ cells }) => cells))
  const heads = headsOf(below.slice(0, count).map(({ cells }) => cells))
  if (count === 0 || heads.filter((head) => head !== '').length < 2) return undefined
  const rows = bodyOf(below.slice(count), heads)
  const title = lines.slice(0, titles).flatMap(({ cells }) => cells.find((cell) => cell !== '') ?? [])[0]
  return rows.length === 0 ? undefined : { heads, ...(title !== undefined && { title }), rows }
}

/**
 * How many of the first rows name the columns: the first one, and the next as long as a name stands over several columns.
 *
 * @param rows the first of a table; rules are none
 */
export function headRowCount(rows: readonly (readonly string[])[]): number {
  const [first] = rows
  if (first === undefined || holdsData(first)) return 0
  let count = 1
  for (; count < Math.min(MAX_HEAD_ROWS, rows.length); count++) {
    const next = rows[count] ?? []
    if (holdsData(next) || !areShared(rows.slice(0, count), next)) break
  }
  return count
}

/** Cells of one line, trimmed. A row of Markdown begins and ends with a pipe, and so may one whose outer cells are empty. */
export function cellsOf(line: string, isFramed: boolean): string[] {
  if (!line.includes('|')) return line.split(/\t| {3,}|\u3000{3,}/u).map((cell) => cell.trim())
  const cells = line.split('|').map((cell) => cell.trim())
  return isFramed ? cells.slice(1, -1) : cells
}

/** A bare number, with a sign before it or a sign of shares after it; a year is none. */
export function isQuantity(cell: string): boolean {
  return QUANTITY.test(cell)
}

/** The same, years included: what it is there its column tells. */
export function isNumber(cell: string): boolean {
  return QUANTITY.test(cell) || YEAR.test(cell)
}

function linesOf(text: string, { start, end }: Range): Line[] {
  const lines = [...text.slice(start, end).matchAll(/[^\n]+/gu)].flatMap(({ 0: raw, index }) => {
    const shown = raw.trim()
    const from = start + index + raw.length - raw.trimStart().length
    return shown === '' ? [] : [{ shown, range: { start: from, end: from + shown.length } }]
  })
  const isFramed = lines.every(({ shown }) => /^\|.*\|$/u.test(shown))
  return lines
    .map(({ shown, range }) => ({ range, cells: cellsOf(shown, isFramed) }))
    .filter(({ cells }) => !cells.every((cell) => RULE.test(cell)))
}

function holdsData(cells: readonly string[]): boolean {
  return cells.some((cell) => isQuantity(cell) || DAY.test(cell))
}

/** One text over all columns, whether it is written once or in each of them. */
function isLone(cells: readonly string[]): boolean {
  return cells.length > 1 && new Set(cells.filter((cell) => cell !== '')).size <= 1
}

/** Whether two columns have one name so far, or one has none, which the next row tells. */
function areShared(rows: readonly (readonly string[])[], next: readonly string[]): boolean {
  const heads = headsOf(rows)
  const isBare = heads.some((head, i) => head === '' && (next[i] ?? '') !== '')
  const isFilled = heads.every((head, i) => head !== '' || (next[i] ?? '') !== '')
  const names = heads.filter((head) => head !== '')
  return new Set(names).size < names.length || (isBare && isFilled)
}

/** A name that stands over several columns belongs to each, also where it is written above the first alone. */
function headsOf(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const filled = rows.map((row, i) => {
    const isLast = i === rows.length - 1
    let before = ''
    return Array.from({ length: width }, (_, column) => {
      const own = (row[column] ?? '').replace(/\s+/gu, '')
      before = own === '' && !isLast ? before : own
      return before
    })
  })
  return Array.from({ length: width }, (_, column) => {
    const names = filled.map((row) => row[column] ?? '')
    return names.filter((name, i) => name !== names[i - 1]).join('')
  })
}

/** It is written in each column, or numbered as a heading is; a name alone is a row whose cells nobody filled in. */
function isGroup(lone: string, cells: readonly string[]): boolean {
  const isRepeated = cells.filter((cell) => cell === lone).length > 1
  return NUMBERED.test(lone) || (isRepeated && !isQuantity(lone))
}

function bodyOf(lines: readonly Line[], heads: readonly string[]): TableRow[] {
  const rows: TableRow[] = []
  let group: string | undefined
  for (const { range, cells } of lines) {
    const lone = isLone(cells) ? cells.find((cell) => cell !== '') : undefined
    if (lone !== undefined && NOTE.test(lone)) continue
    if (lone !== undefined && isGroup(lone, cells)) group = lone
    else if (cells.length === heads.length) rows.push({ range, cells, ...(group !== undefined && { group }) })
  }
  return rows
}
