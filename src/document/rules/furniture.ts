// Which lines belong to the page and not to the text? Page numbers and running heads, also in the middle of a sentence.
import { endsSentence } from '../../text/punctuation.ts'
import type { Verdict } from '../draft.ts'
import type { Line } from '../lines.ts'
import { isShort } from '../shape.ts'

/** Verdicts by index of the line. */
export type LineVerdicts = Map<number, Verdict>

const NUMBER = '(?:\\d{1,4}|[一二三四五六七八九十百]{1,4}|[ivxIVX]{1,6})'

const PAGE_NUMBERS = [
  new RegExp(`^[-—–－─·•~～|]+\\s*${NUMBER}\\s*[-—–－─·•~～|]+$`),
  new RegExp(
    `^[（(【\\[]?第\\s*${NUMBER}\\s*[页頁版][\\s,，/、|·—-]*(?:[共总總]\\s*(?:计|計)?\\s*${NUMBER}\\s*[页頁版])?[）)】\\]]?$`,
  ),
  new RegExp(`^[（(]?[共总總]\\s*${NUMBER}\\s*[页頁][\\s,，/、|·—-]*第\\s*${NUMBER}\\s*[页頁][）)]?$`),
  /^\d{1,4}\s*[/／]\s*\d{1,4}$/,
  /^(?:page|p\.?)\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?$/i,
]

/** Longest running head. */
const MAX_RUNNING = 40

/** Times a line must stand beside a page number to be a running head. */
const MIN_BESIDE = 2

/** Times a line must come back in a file without page numbers. */
const MIN_REPEATS = 3

export function findFurniture(lines: readonly Line[]): LineVerdicts {
  const found: LineVerdicts = new Map()
  for (const [i, line] of lines.entries()) if (isPageNumber(line.text)) mark(found, i, 'page-number')
  markBareNumbers(lines, found)
  markRunningHeads(lines, found)
  return found
}

function isPageNumber(text: string): boolean {
  return text.length <= MAX_RUNNING && PAGE_NUMBERS.some((pattern) => pattern.test(text))
}

/** Numbers alone on a line are page numbers when they count upwards and one of them splits a sentence. */
function markBareNumbers(lines: readonly Line[], found: LineVerdicts): void {
  const bare = [...lines.entries()].filter(([, line]) => /^[1-9]\d{0,3}$/.test(line.text))
  if (bare.length < 2) return
  const counts = bare.every(([, line], i) => i === 0 || Number(line.text) > Number(bare[i - 1]?.[1].text))
  const splits = bare.some(([i]) => splitsSentence(lines, i, i))
  if (counts && splits) for (const [i] of bare) mark(found, i, 'page-number')
}

function markRunningHeads(lines: readonly Line[], found: LineVerdicts): void {
  const places = new Map<string, number[]>()
  for (const [i, line] of lines.entries()) {
    if (found.has(i) || line.text.length > MAX_RUNNING || !isShort(line.text)) continue
    const key = runningKey(line.text)
    const known = places.get(key)
    if (known === undefined) places.set(key, [i])
    else known.push(i)
  }
  const numbers = new Set(found.keys())
  for (const [key, indices] of places) {
    const beside = indices.filter((i) => numbers.has(i - 1) || numbers.has(i + 1))
    const splitting = indices.filter((i) => splitsSentence(lines, i, i))
    const isRepeated = beside.length >= MIN_BESIDE || (indices.length >= MIN_REPEATS && splitting.length > 0)
    if (key !== '' && isRepeated) {
      // A chapter's name that also runs on every page stands once as the heading itself.
      const isOwn = /^(?:第.{1,4}[章节節编編篇]|[一二三四五六七八九十]+、)/.test(
        lines[indices[0] ?? 0]?.text ?? '',
      )
      const heads = splitting.length > 0 && beside.length === 0 ? indices.slice(1) : beside
      const running = isOwn ? indices.slice(1) : heads.length === indices.length ? indices : heads
      for (const i of running) mark(found, i, 'running-head')
      if (!isOwn && splitting.includes(indices[0] ?? -1)) mark(found, indices[0] ?? -1, 'running-head')
    } else if (beside.length === 1 && splitting.length === 0) {
      markLoneHead(lines, beside[0] ?? -1, found)
    }
  }
}

/** A line beside a page number, both inside one sentence. */
function markLoneHead(lines: readonly Line[], i: number, found: LineVerdicts): void {
  const from = found.has(i - 1) ? i - 1 : i
  const to = found.has(i + 1) ? i + 1 : i
  if (from !== to && splitsSentence(lines, from, to)) mark(found, i, 'running-head')
}

/** Page numbers inside a running head change from page to page. */
function runningKey(text: string): string {
  const key = text.replace(/^\d{1,4}\s+|[\s·•|—-]*\d{1,4}$|第\s*\d{1,4}\s*[页頁]/g, '').trim()
  return key.length < 2 ? '' : key
}

/** Fewest characters on both sides for a sentence to be seen as split. */
const MIN_HALF = 15

function splitsSentence(lines: readonly Line[], from: number, to: number): boolean {
  const before = lines[from - 1]
  const after = lines[to + 1]
  if (before === undefined || after === undefined) return false
  const isOpen =
    before.text.length >= MIN_HALF && !endsSentence(before.text) && !isShort(before.text, MIN_HALF)
  return (
    isOpen && before.text.length > 20 && /[，。、；：,]/.test(before.text) && /[，。、；：,]/.test(after.text)
  )
}

function mark(found: LineVerdicts, index: number, rule: string): void {
  if (index >= 0) found.set(index, { kind: 'boilerplate', boilerplate: 'running', rule })
}
