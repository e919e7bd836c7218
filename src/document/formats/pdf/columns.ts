// In which order is a page read? Columns one after the other, with what stands across them between.
import type { Segment } from './segment.ts'

/** One line of a column with its parts side by side. */
export type Row = readonly Segment[]

/** Rows that are read together. */
export interface Region {
  readonly rows: readonly Row[]
  readonly left: number
  readonly right: number
}

/** Fewest lines on either side of a gutter. */
const MIN_LINES = 4

/** Lines of a column are running text: cells of a table hold less on average. */
const MIN_CHARACTERS = 8

/** Share of the segments that may stand across the gutter: titles, pictures' captions. */
const MAX_CROSSING = 0.25

/** A row with this many short parts is a row of a table that stands across the columns. */
const TABLE_CELLS = 3
const MAX_CELL = 15

/** Times the size: a line further below the column above it stands for itself. */
const WIDE_GAP = 2.2

/** Three columns are two gutters. */
const MAX_DEPTH = 3

/** @param rows from top to bottom */
export function regionsOf(rows: readonly Row[], depth = 0): Region[] {
  const gutter = depth < MAX_DEPTH ? findGutter(rows.filter((row) => !isTableRow(row)).flat()) : undefined
  if (gutter === undefined) return rows.length === 0 ? [] : [regionOf(rows)]
  const regions: Region[] = []
  let left: Row[] = []
  let right: Row[] = []
  let across: Row[] = []
  const flush = () => {
    const own = endOfColumn(left, right)
    regions.push(...regionsOf(left.slice(0, own), depth + 1), ...regionsOf(right, depth + 1))
    across = left.slice(own)
    left = []
    right = []
  }
  const flushAcross = () => {
    if (across.length > 0) regions.push(regionOf(across))
    across = []
  }
  for (const row of rows) {
    const crosses = isTableRow(row) || row.some((segment) => segment.left < gutter && segment.right > gutter)
    if (crosses) {
      if (left.length + right.length > 0) flush()
      across.push(row)
      continue
    }
    flushAcross()
    const ofLeft = row.filter((segment) => segment.right <= gutter)
    const ofRight = row.filter((segment) => segment.left >= gutter)
    if (ofLeft.length > 0) left.push(ofLeft)
    if (ofRight.length > 0) right.push(ofRight)
  }
  flush()
  flushAcross()
  return regions
}

/** Lines below both columns, after a gap, are no part of the left one. @returns how many rows it has */
function endOfColumn(left: readonly Row[], right: readonly Row[]): number {
  const bottom = right.at(-1)?.[0]?.y
  if (bottom === undefined) return left.length
  for (const [i, [segment]] of left.entries()) {
    const above = left[i - 1]?.[0]
    if (segment === undefined || above === undefined || segment.y <= bottom) continue
    if (segment.y - above.y > WIDE_GAP * above.size) return i
  }
  return left.length
}

function isTableRow(row: Row): boolean {
  return row.length >= TABLE_CELLS && row.every(({ text }) => text.length <= MAX_CELL)
}

function regionOf(rows: readonly Row[]): Region {
  const segments = rows.flat()
  return {
    rows,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
  }
}

/** The x that parts the text best, if it has columns at all. */
function findGutter(segments: readonly Segment[]): number | undefined {
  let best: { x: number; crossing: number } | undefined
  const starts = new Set(segments.map(({ left }) => Math.floor(left)))
  for (const x of starts) {
    const left = segments.filter((segment) => segment.right <= x)
    const right = segments.filter((segment) => segment.left >= x)
    const crossing = segments.length - left.length - right.length
    if (crossing > MAX_CROSSING * segments.length || (best !== undefined && crossing >= best.crossing))
      continue
    if (isColumn(left) && isColumn(right) && areBeside(left, right)) best = { x, crossing }
  }
  return best?.x
}

function isColumn(segments: readonly Segment[]): boolean {
  const characters = segments.reduce((sum, { text }) => sum + text.length, 0)
  return segments.length >= MIN_LINES && characters >= MIN_CHARACTERS * segments.length
}

/** Most of the lower column's lines stand beside the other: two blocks one below the other have no gutter. */
function areBeside(left: readonly Segment[], right: readonly Segment[]): boolean {
  const [top, bottom] = [
    Math.max(Math.min(...left.map(({ y }) => y)), Math.min(...right.map(({ y }) => y))),
    Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y))),
  ]
  const inside = (segments: readonly Segment[]) => segments.filter(({ y }) => y >= top && y <= bottom).length
  return inside(left) >= MIN_LINES - 1 && inside(right) >= MIN_LINES - 1
}
