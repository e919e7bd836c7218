// Which lines belong to the page and not to the text? Page numbers, and the short lines around them inside a sentence.
import type { Line } from '../lines.ts'
import { isProse, isShort } from '../shape.ts'
import { markContents } from './contents.ts'
import { type LineVerdicts, markRunning, PAUSE, splitsSentence } from './line-verdicts.ts'
import { markRunningHeads } from './running-heads.ts'

const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4}|[ivxIVX]{1,6})'

const PAGE_NUMBERS = [
  new RegExp(`^[-—–－─·•~～|]+\\s*${NUMBER}\\s*[-—–－─·•~～|]+$`),
  new RegExp(
    `^[（(【\\[]?第\\s*${NUMBER}\\s*[页頁版][\\s,，/、|·—-]*(?:[共总總]\\s*[计計]?\\s*${NUMBER}\\s*[页頁版])?[）)】\\]]?$`,
  ),
  new RegExp(`^[（(]?[共总總]\\s*${NUMBER}\\s*[页頁][\\s,，/、|·—-]*第\\s*${NUMBER}\\s*[页頁][）)]?$`),
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/,
  /^(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
]

const MAX_PAGE_NUMBER = 30

/** Lines above or below a page number that may be the page's head or foot. */
const REACH = 2

export function findFurniture(lines: readonly Line[]): LineVerdicts {
  const found: LineVerdicts = new Map()
  for (const [i, { text }] of lines.entries()) {
    const isPageNumber = text.length <= MAX_PAGE_NUMBER && PAGE_NUMBERS.some((pattern) => pattern.test(text))
    if (isPageNumber) markRunning(found, i, 'page-number')
  }
  markBareNumbers(lines, found)
  // Before the heads: an entry of the contents is no earlier place of a heading.
  markContents(lines, found)
  markRunningHeads(lines, found)
  markAroundPageNumbers(lines, found)
  return found
}

/** Numbers alone on a line that count upwards are page numbers, unless each stands above a heading of its own. */
function markBareNumbers(lines: readonly Line[], found: LineVerdicts): void {
  const bare = [...lines.entries()].filter(([, line]) => /^[1-9]\d{0,3}$/.test(line.text))
  const counts = bare.every(([, line], i) => i === 0 || Number(line.text) > Number(bare[i - 1]?.[1].text))
  if (bare.length < 2 || !counts) return
  const splits = bare.some(([i]) => splitsSentence(lines, i, i))
  const heads = bare.filter(([i]) => isShort(lines[i + 1]?.text ?? '') && isProse(lines[i + 2]?.text ?? ''))
  if (splits || heads.length * 2 < bare.length) for (const [i] of bare) markRunning(found, i, 'page-number')
}

/** Short lines beside a page number inside a sentence are the page's head and foot, even if they stand only once. */
function markAroundPageNumbers(lines: readonly Line[], found: LineVerdicts): void {
  for (const page of [...found.keys()]) {
    if (splitsSentence(lines, page, page)) continue
    for (let size = 1; size <= 2 * REACH; size++) {
      const froms = Array.from({ length: size + 1 }, (_, k) => page - size + k)
      const from = froms.find((start) => isFurniture(lines, found, start, start + size))
      if (from === undefined) continue
      for (let i = from; i <= from + size; i++) markRunning(found, i, 'running-head')
      break
    }
  }
}

function isFurniture(lines: readonly Line[], found: LineVerdicts, from: number, to: number): boolean {
  for (let i = from; i <= to; i++) {
    const line = lines[i]
    if (line === undefined || (!found.has(i) && (!isShort(line.text) || PAUSE.test(line.text)))) return false
  }
  return splitsSentence(lines, from, to)
}
