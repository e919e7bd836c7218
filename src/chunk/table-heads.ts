// What must be said of rows that stand without the head of their table? Its caption and the names of its columns.
import type { Document } from '../document/document.ts'
import { partitionPoint } from '../text/partition.ts'
import type { Range } from '../text/range.ts'

/** Rows of names above the first row with numbers. */
const MAX_HEAD_ROWS = 2

/** Rows looked at to find it. */
const ROWS_SEEN = 4

/** Cells are trimmed where they are read. */
const CELLS = /\t+|\|/

/** A quantity; a year is the name of a column. */
const QUANTITY = /^[-+−¥￥$]?(?!(?:19|20)\d\d(?:\.0)?$)\d[\d,，.]*\s*(?:%|％|‰)?$/

/**
 * The caption right above a table, and its column names unless the part begins with them.
 *
 * @param table the whole table
 * @param part rows of it that are shown together
 */
export function tableHeads({ text, captions }: Document, table: Range, part: Range): string[] {
  const above = captions[partitionPoint(captions, ({ range }) => range.end <= table.start) - 1]
  const isNear = above !== undefined && text.slice(above.range.end, table.start).trim() === ''
  const caption = isNear ? [above.text] : []
  if (part.start <= table.start) return caption
  const rows = firstRows(text, { start: table.start, end: part.start })
  return [...caption, ...headRows(rows).map((row) => row.trim())]
}

/** Looks no further than it must: asked for every part of a long table, the whole of it each time would be the square. */
function firstRows(text: string, { start, end }: Range): string[] {
  const rows: string[] = []
  for (let at = start; at < end && rows.length < ROWS_SEEN; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? end : Math.min(newline, end)
    rows.push(text.slice(at, stop))
    at = stop + 1
  }
  return rows
}

/** The first row, and a second one when the names take two rows. */
function headRows(rows: readonly string[]): readonly string[] {
  const firstNumbers = rows.findIndex((row) => row.split(CELLS).some((cell) => QUANTITY.test(cell.trim())))
  if (firstNumbers === 0) return []
  return rows.slice(0, firstNumbers < 0 ? 1 : Math.min(firstNumbers, MAX_HEAD_ROWS))
}
