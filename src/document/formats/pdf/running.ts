// Which lines belong to the pages and not to the text? Heads and feet that come back on other pages, and page numbers.
import type { Row } from './columns.ts'

export interface Page {
  /** From 1. */
  readonly number: number
  readonly height: number
  /** From top to bottom. */
  readonly rows: readonly Row[]
}

/** Lines at the top and bottom of a page that may be its head or foot. */
const REACH = 2

/** Points that a running line may be off its place on another page. */
const SAME_PLACE = 6

/** Share of the pages that a running line stands on; odd and even pages may have their own. */
const MIN_SHARE = 0.3

/** Share of the height at both ends in which a number alone is the page's. */
const MARGIN = 0.12

const PAGE_NUMBER =
  /^[-—–－·.\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,7}|[一二三四五六七八九十百]{1,4})(?:\s*[页頁])?(?:\s*[/／,，共]\s*(?:共\s*)?\d{1,4}(?:\s*[页頁])?)?[-—–－·.\s]*$/i

export function withoutRunningLines(pages: readonly Page[]): Page[] {
  const places = new Map<string, { page: number; y: number }[]>()
  for (const page of pages) {
    for (const row of endsOf(page)) {
      const seen = places.get(keyOf(row)) ?? []
      seen.push({ page: page.number, y: placeOf(row) })
      places.set(keyOf(row), seen)
    }
  }
  const least = Math.max(2, Math.ceil(MIN_SHARE * pages.length))
  const isRunning = (row: Row) => {
    const seen = places.get(keyOf(row)) ?? []
    const near = seen.filter(({ y }) => Math.abs(y - placeOf(row)) <= SAME_PLACE)
    return new Set(near.map(({ page }) => page)).size >= least
  }
  return pages.map((page) => {
    const ends = new Set(endsOf(page))
    return {
      ...page,
      rows: page.rows.filter((row) => !ends.has(row) || !(isRunning(row) || isPageNumber(row, page))),
    }
  })
}

function endsOf({ rows }: Page): Row[] {
  return [...rows.slice(0, REACH), ...rows.slice(REACH).slice(-REACH)]
}

function textOf(row: Row): string {
  return row.map(({ text }) => text).join(' ')
}

/** Numbers count up from page to page. */
function keyOf(row: Row): string {
  return textOf(row).replace(/\d+/g, '#').replace(/\s+/g, '')
}

function placeOf(row: Row): number {
  return row[0]?.y ?? 0
}

function isPageNumber(row: Row, { height }: Page): boolean {
  const y = placeOf(row)
  return (y < MARGIN * height || y > (1 - MARGIN) * height) && PAGE_NUMBER.test(textOf(row))
}
