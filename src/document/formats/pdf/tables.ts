// Which rows of a page are a table, and what are its cells? Columns are where its cells stand one below the other.
import type { Row } from './columns.ts'

/** Rows with several parts that follow each other; one alone is a line with a wide gap. */
const MIN_ROWS = 2

/** In sizes of the type: a row further below begins something else. */
const MAX_ROW_GAP = 4

/** A line of one part goes on with a cell when it is this near, in sizes: rows stand further apart than lines of a cell. */
const CONTINUED_GAP = 1.6

export interface FoundTable {
  /** Index of its first row and of the row after its last. */
  readonly from: number
  readonly to: number
  readonly rows: readonly (readonly string[])[]
}

export function findTables(rows: readonly Row[]): FoundTable[] {
  const found: FoundTable[] = []
  for (let from = 0; from < rows.length; from++) {
    const to = endOfTable(rows, from)
    if (to === undefined) continue
    found.push({ from, to, rows: cellsOf(rows.slice(from, to)) })
    from = to - 1
  }
  return found
}

function endOfTable(rows: readonly Row[], from: number): number | undefined {
  let full = 0
  let to = from
  for (let i = from; i < rows.length; i++) {
    const row = rows[i] ?? []
    const before = rows[i - 1]
    if (i > from && before !== undefined && gapOf(before, row) > MAX_ROW_GAP) break
    if (row.length >= 2) {
      full += 1
      to = i + 1
    } else if (i === from || before === undefined || !goesOn(rows.slice(from, i), row)) break
  }
  return full >= MIN_ROWS ? to : undefined
}

/** In sizes of the type. */
function gapOf(above: Row, below: Row): number {
  const size = below[0]?.size ?? 1
  return ((below[0]?.y ?? 0) - (above[0]?.y ?? 0)) / size
}

/** A further line of a cell: it stands within one column, and not as a line of text that spans several. */
function goesOn(above: readonly Row[], row: Row): boolean {
  const [segment] = row
  const last = above.at(-1)
  if (segment === undefined || last === undefined || gapOf(last, row) > MAX_ROW_GAP) return false
  const columns = columnsOf(above)
  return columns.filter(({ left, right }) => segment.left < right && segment.right > left).length === 1
}

interface Column {
  left: number
  right: number
}

/** Cells that stand above one another share a column, whatever their alignment. */
function columnsOf(rows: readonly Row[]): Column[] {
  const most = Math.max(...rows.map((row) => row.length))
  const columns: Column[] = []
  // Rows with all cells set the columns; a heading over several of them must not melt these into one.
  const full = rows.filter((row) => row.length === most)
  for (const { left, right } of full.flat().sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last !== undefined && left < last.right) last.right = Math.max(last.right, right)
    else columns.push({ left, right })
  }
  return columns
}

function cellsOf(rows: readonly Row[]): string[][] {
  const columns = columnsOf(rows)
  const table: string[][] = []
  for (const [i, row] of rows.entries()) {
    const before = rows[i - 1]
    const own = new Array<string>(columns.length).fill('')
    for (const segment of row) {
      const at = columnAt(columns, (segment.left + segment.right) / 2)
      own[at] = `${own[at] ?? ''} ${segment.text}`.trim()
    }
    const last = table.at(-1)
    if (last !== undefined && before !== undefined && isRest(row, before, rows[i + 1], own[0] === '')) {
      for (const [at, text] of own.entries()) last[at] = (last[at] ?? '') + text
    } else table.push(own)
  }
  return table
}

/** Lines of a cell stand nearer than rows do; without its first cell a near row is no row of its own. */
function isRest(row: Row, before: Row, after: Row | undefined, lacksFirst: boolean): boolean {
  const gap = gapOf(before, row)
  if (gap > CONTINUED_GAP) return false
  return lacksFirst || (row.length === 1 && after !== undefined && gapOf(row, after) > 1.2 * gap)
}

function columnAt(columns: readonly Column[], x: number): number {
  let nearest = 0
  for (const [at, { left, right }] of columns.entries()) {
    if (x >= left && x <= right) return at
    const best = columns[nearest]
    if (best !== undefined && distance(x, { left, right }) < distance(x, best)) nearest = at
  }
  return nearest
}

function distance(x: number, { left, right }: Column): number {
  return Math.max(left - x, x - right, 0)
}
