// What are the lines of a PDF file in reading order, its tables already put together?

import { type Region, regionsOf } from './columns.ts'
import type { Page } from './running.ts'
import type { Segment } from './segment.ts'
import { findTables } from './tables.ts'

/** A line of running text, with the room it stands in. */
export interface TextLine {
  readonly kind: 'line'
  readonly page: number
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  readonly fonts: Segment['fonts']
  readonly region: Region
}

export type PageItem =
  | TextLine
  | { readonly kind: 'table'; readonly page: number; readonly rows: readonly (readonly string[])[] }

export function itemsOf(page: Page): PageItem[] {
  return regionsOf(page.rows).flatMap((region) => {
    const tables = findTables(region.rows)
    return region.rows.flatMap((row, i): PageItem[] => {
      const table = tables.find(({ from, to }) => i >= from && i < to)
      if (table !== undefined)
        return i === table.from ? [{ kind: 'table', page: page.number, rows: table.rows }] : []
      const [first] = row
      const last = row.at(-1)
      if (first === undefined || last === undefined) return []
      const text = row.map((segment) => segment.text).join('  ')
      const fonts = new Map(row.flatMap((segment) => [...segment.fonts]))
      const { left, y } = first
      const size = Math.max(...row.map((segment) => segment.size))
      return [{ kind: 'line', page: page.number, text, left, right: last.right, y, size, fonts, region }]
    })
  })
}
