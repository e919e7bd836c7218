// What are the parts of a sheet? Tables parted by empty rows, with the lines above and below them that stand alone.
import type { Part } from './parts.ts'

export interface Sheet {
  /** Empty when it says nothing: Sheet1. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

/** Names that programs give by themselves. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i

/** A line alone above a table is its caption when it is as short as one. */
const MAX_CAPTION = 60

export function partsOfSheets(sheets: readonly Sheet[]): Part[] {
  const filled = sheets.filter(({ rows }) => rows.some((row) => !isEmpty(row)))
  const isAlone = filled.length === 1
  return filled.flatMap(({ name, rows }): Part[] => {
    const regions = regionsOf(rows).map((region) => partsOfRegion(region))
    const parts = regions.flat()
    const [first] = parts
    if (!UNNAMED.test(name) && name !== '') return [{ kind: 'heading', text: name, depth: 1 }, ...parts]
    // The only sheet has no name: the line above its first table is what the file is about.
    return isAlone && first?.kind === 'caption' ? [{ ...first, kind: 'title' }, ...parts.slice(1)] : parts
  })
}

function regionsOf(rows: readonly (readonly string[])[]): string[][][] {
  const regions: string[][][] = []
  let open: string[][] = []
  for (const row of rows) {
    if (!isEmpty(row)) open.push([...row])
    else if (open.length > 0) {
      regions.push(open)
      open = []
    }
  }
  if (open.length > 0) regions.push(open)
  return regions
}

function partsOfRegion(region: readonly (readonly string[])[]): Part[] {
  const isLone = (row: readonly string[]) => new Set(row.filter((cell) => cell !== '')).size <= 1
  const from = region.findIndex((row) => !isLone(row))
  if (from < 0) return region.map((row) => lone(row, false))
  const to = region.findLastIndex((row) => !isLone(row)) + 1
  const table = region.slice(from, to)
  const columns = usedColumns(table)
  return [
    ...region.slice(0, from).map((row) => lone(row, true)),
    { kind: 'table', rows: table.map((row) => columns.map((column) => row[column] ?? '')) },
    ...region.slice(to).map((row) => lone(row, false)),
  ]
}

function lone(row: readonly string[], isAbove: boolean): Part {
  const text = row.find((cell) => cell !== '') ?? ''
  return { kind: isAbove && text.length <= MAX_CAPTION ? 'caption' : 'paragraph', text }
}

/** Columns that hold something. */
function usedColumns(rows: readonly (readonly string[])[]): number[] {
  const used = new Set<number>()
  for (const row of rows) for (const [column, cell] of row.entries()) if (cell !== '') used.add(column)
  return [...used].sort((a, b) => a - b)
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell === '')
}
