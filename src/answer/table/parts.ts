// Which row is a part of which? Rows of one name are told apart by the row that they break down.
import type { TableRow } from '../../text/table.ts'
import type { Column } from './columns.ts'
import { parted } from './head-unit.ts'
import { isSum } from './sums.ts'

/** 其中：古籍部 is 古籍部. */
const OF_WHICH = /^其中\s*[:：,，、]?\s*(?=\S)/u

/** The name of a row, without 其中. */
export function rowTitle(cell: string): string {
  return cell.replace(OF_WHICH, '')
}

/** The same without its unit. */
export function rowName(cell: string): string {
  return parted(rowTitle(cell)).name
}

/** Where 公办 stands below 小学 and again below 中学, each gets the row above it that no other has the name of as its group. */
export function withWholes(rows: readonly TableRow[], columns: readonly Column[]): TableRow[] {
  const keys = columns.filter(({ isKey }) => isKey)
  const nameOf = ({ cells, group = '' }: TableRow) =>
    [group, ...keys.map(({ index }) => rowName(cells[index] ?? ''))].join(' ')
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(nameOf(row), (counts.get(nameOf(row)) ?? 0) + 1)
  let whole: TableRow | undefined
  return rows.map((row) => {
    const isOnly = counts.get(nameOf(row)) === 1
    if (isOnly) {
      whole = isSum(row, { columns, rows }) ? undefined : row
      return row
    }
    if (whole === undefined || row.group !== undefined) return row
    const names = keys.map(({ index }) => rowName(whole?.cells[index] ?? '')).filter((name) => name !== '')
    return { ...row, group: names.join(' ') }
  })
}

/** From 其中 on as long as the numbers of a column go into that of the row above it: they may be parts, whatever says so. */
export function mayBeParts(
  rows: readonly TableRow[],
  columns: readonly Column[],
  numberOf: (row: TableRow) => number | undefined,
): ReadonlySet<TableRow> {
  const isMarked = ({ cells }: TableRow) =>
    columns.some(({ isKey, index }) => isKey && OF_WHICH.test(cells[index] ?? ''))
  const parts = new Set<TableRow>()
  let left: number | undefined
  for (const [i, row] of rows.entries()) {
    const above = rows[i - 1]
    if (isMarked(row) && above !== undefined && !parts.has(above)) left = numberOf(above) ?? 0
    if (left === undefined) continue
    left -= numberOf(row) ?? 0
    if (!isMarked(row) && (left < 0 || isSum(row, { columns, rows }))) left = undefined
    else parts.add(row)
  }
  return parts
}
