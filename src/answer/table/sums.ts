// Which rows of a table are sums of others?
import type { TableRow } from '../../text/table.ts'
import type { Column } from './columns.ts'
import type { OpenedTable } from './opened-table.ts'

/** 全市, 全院: the place or the house as a whole. */
const WHOLE = '全(?:[省市县区州旗镇乡村国院校馆局厂部]|系统|公司|体)'
const TOTAL = new RegExp(
  `^(?:${WHOLE})?(?:[合总共]\\s*计|总\\s*[数和量]|合计数|计|total|sum)$|^全[院部]$`,
  'iu',
)
const ALONE = new RegExp(`^${WHOLE}$`, 'u')
const SUBTOTAL = /^.{0,8}小\s*计$|计$/u
/** 小计（山区）: of what. */
const BRACKET = /[（(][^（）()]*[)）]$/u
/** With fewer parts than that, 全省 is another place to compare with. */
const LEAST_PARTS = 3

type Rows = Pick<OpenedTable, 'columns' | 'rows'>

/** 合计, 总计; 全市 below its parts. */
export function isTotal(row: TableRow, table: Rows): boolean {
  return hasName(row, table, TOTAL) || isWhole(row, table)
}

/** A row of sums, of all rows or of some; 全市 is none of the parts whatever else it is. */
export function isSum(row: TableRow, table: Rows): boolean {
  return [TOTAL, SUBTOTAL, ALONE].some((pattern) => hasName(row, table, pattern))
}

/** — and / stand where nothing was filled in. */
export function isUnfilled(cell: string): boolean {
  return /^[-—–－/\\\s.…]*$/u.test(cell)
}

/** 全市 is the sum of the counties that the table lists, and 全省 isn't that of the one city beside it. */
function isWhole(row: TableRow, table: Rows): boolean {
  if (!hasName(row, table, ALONE)) return false
  const parts = table.rows.filter((one) => one !== row && !isSum(one, table))
  const wholes = table.rows.filter((one) => hasName(one, table, ALONE))
  return parts.length >= LEAST_PARTS && wholes.length === 1
}

function hasName({ cells }: TableRow, { columns }: Rows, pattern: RegExp): boolean {
  return columns
    .filter(({ isKey }: Column) => isKey)
    .some(({ index }) => pattern.test((cells[index] ?? '').trim().replace(BRACKET, '')))
}
