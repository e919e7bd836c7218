// What must be said of rows that stand without the head of their table? Its caption and the names of its columns.
import type { Document } from '../document/document.ts'
import { partitionPoint } from '../text/partition.ts'
import type { Range } from '../text/range.ts'
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
  const above = captions[partitionPoint(captions, ({ range }) => range.end <= table.start) - 1]
  const isNear = above !== undefined && text.slice(above.range.end, table.start).trim() === ''
  const caption = isNear ? [above.text] : []
  if (part.start <= table.start) return caption
  const rows = firstRows(text, { start: table.start, end: part.start }).map((row) => row.trim())
  return [...caption, ...rows.slice(0, headRowCount(rows.map((row) => cellsOf(row, false))))]
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
