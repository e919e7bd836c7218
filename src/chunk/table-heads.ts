// What must be said of rows that stand without the head of their table? Its caption and the names of its columns.
import type { Document } from '../document/document.ts'
import { captionAbove } from '../text/caption-above.ts'
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
export function tableHeads(document: Document, table: Range, part: Range): string[] {
  const above = captionAbove(document, table.start)
  const caption = above === undefined ? [] : [above]
  if (part.start <= table.start) return caption
  const rows = firstRows(document.text, { start: table.start, end: part.start }).map((row) => row.trim())
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
