// Which row has the most or the least of a column? Only where every cell of it can be compared.
import { isNumber, type TableRow } from '../../text/table.ts'
import { fold } from '../../verify/fold.ts'
import type { Column } from './columns.ts'
import type { OpenedTable } from './opened-table.ts'
import { mayBeParts } from './parts.ts'
import { isSum, isUnfilled } from './sums.ts'

export interface Extreme {
  /** As it is asked for: 最多, 最早. */
  readonly word: string
  readonly sign: 1 | -1
  readonly isOfTime: boolean
}

const MOST =
  /最(?:多|高|大|长|贵|久|重|强|快|好)|\b(?:most|highest|largest|longest|biggest|greatest|most expensive)\b/u
const LEAST = /最(?:少|低|小|短|便宜|轻|弱|慢|差)|\b(?:fewest|least|lowest|smallest|shortest|cheapest)\b/u
const LATEST = /最(?:晚|新|近|迟)|\b(?:latest|newest)\b/u
const EARLIEST = /最(?:早|先|老)|\b(?:earliest|oldest)\b/u
/** Words for a first or last place that a table alone doesn't settle: 第二多, 前三. */
const PLACES = /第[二三四五六七八九十\d]|前[二两三四五六七八九十\d]|倒数/u
const DAY = /^(?<year>(?:19|20)\d\d)(?:[-/.年](?<month>\d{1,2})(?:[-/.月](?<day>\d{1,2})日?)?月?)?年?$/u

/** @returns undefined where no row is asked to stand first or last */
export function extremeAsked(question: string): Extreme | undefined {
  const asked = fold(question)
  if (PLACES.test(asked)) return undefined
  for (const [pattern, sign, isOfTime] of [
    [MOST, 1, false],
    [LEAST, -1, false],
    [LATEST, 1, true],
    [EARLIEST, -1, true],
  ] as const) {
    const word = pattern.exec(asked)?.[0]
    if (word !== undefined) return { word, sign, isOfTime }
  }
  return undefined
}

/**
 * The rows that stand first, several where they are alike; rows of sums and empty cells aside.
 *
 * @returns `compared`: rows that had something to compare; undefined where a cell is neither a number nor a day
 */
export function extremeRows(
  table: OpenedTable,
  rows: readonly TableRow[],
  { index }: Column,
  { sign, isOfTime }: Extreme,
): { readonly rows: readonly TableRow[]; readonly compared: number } | undefined {
  const measured = rows
    .filter((row) => !isSum(row, table) && !isBlank(row.cells[index] ?? ''))
    .map((row) => ({ row, value: measureOf(row.cells[index] ?? '', isOfTime) }))
  const values = measured.flatMap(({ value }) => value ?? [])
  if (values.length < 2 || values.length < measured.length) return undefined
  const best = Math.max(...values.map((value) => sign * value)) * sign
  const nearest = measured.filter(({ value }) => value === best).map(({ row }) => row)
  // A part is less than what it is a part of, and says nothing of which of the wholes is the least.
  const parts = mayBeParts(table.rows, table.columns, (row) => measureOf(row.cells[index] ?? '', isOfTime))
  if (!isOfTime && nearest.some((row) => parts.has(row))) return undefined
  return {
    rows: nearest,
    compared: measured.length,
  }
}

/** —, /, 无: nothing to compare. */
function isBlank(cell: string): boolean {
  return isUnfilled(cell) || cell.trim() === '无'
}

function measureOf(cell: string, isOfTime: boolean): number | undefined {
  if (isOfTime) {
    const { year, month = '1', day = '1' } = DAY.exec(fold(cell))?.groups ?? {}
    return year === undefined ? undefined : Date.UTC(Number(year), Number(month) - 1, Number(day))
  }
  if (!isNumber(cell)) return undefined
  const value = Number(
    fold(cell)
      .replace(/[,¥￥$%‰+\s]/gu, '')
      .replace('−', '-'),
  )
  return Number.isFinite(value) ? value : undefined
}
