// What must be said of rows that stand without the head of their table? Its caption and the names of its columns.
import type { Document } from '../document/document.ts'
import { type Range, sliceOf } from '../text/range.ts'

/** Rows of names above the first row with numbers. */
const MAX_HEAD_ROWS = 2

/** Rows looked at to find it. */
const ROWS_SEEN = 4

const CELLS = / \| |\t+|\s*\|\s*/

/** A quantity; a year is the name of a column. */
const QUANTITY = /^[-+−¥￥$]?(?!(?:19|20)\d\d(?:\.0)?$)\d[\d,，.]*\s*(?:%|％|‰)?$/

/**
 * The caption right above a table, and its column names unless the part begins with them.
 *
 * @param table the whole table
 * @param part rows of it that are shown together
 */
export function tableHeads({ text, captions }: Document, table: Range, part: Range): string[] {
  const above = captions.findLast(({ range }) => range.end <= table.start)
  const isNear = above !== undefined && text.slice(above.range.end, table.start).trim() === ''
  const caption = isNear ? [above.text] : []
  if (part.start <= table.start) return caption
  const rows = sliceOf(text, { start: table.start, end: part.start }).split('\n').slice(0, ROWS_SEEN)
  return [...caption, ...headRows(rows).map((row) => row.trim())]
}

/** The first row, and a second one when the names take two rows. */
function headRows(rows: readonly string[]): readonly string[] {
  const firstNumbers = rows.findIndex((row) => row.split(CELLS).some((cell) => QUANTITY.test(cell.trim())))
  if (firstNumbers === 0) return []
  return rows.slice(0, firstNumbers < 0 ? 1 : Math.min(firstNumbers, MAX_HEAD_ROWS))
}
