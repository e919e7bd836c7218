// What must be said of rows that stand without the head of their table? Its caption and the names of its columns.
import type { Document } from '../document/document.ts'
import { type Range, sliceOf } from '../text/range.ts'
import { cellsOf, headRowCount } from '../text/table.ts'

/** Rows looked at to find it. */
const ROWS_SEEN = 4

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
  const rows = sliceOf(text, { start: table.start, end: part.start })
    .trim()
    .split('\n')
    .slice(0, ROWS_SEEN)
    .map((row) => row.trim())
  return [...caption, ...rows.slice(0, headRowCount(rows.map((row) => cellsOf(row, false))))]
}
