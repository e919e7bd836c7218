// Which lines come again on every page? Heads and feet, seen by their repetition.
import type { Line } from '../lines.ts'
import { isProse, isShort } from '../shape.ts'
import { type LineVerdicts, markRunning, splitsSentence } from './line-verdicts.ts'
import { PAPER } from './title.ts'

/** Longest running head. */
const MAX_LENGTH = 60

/** Times a line must stand beside a page number, or come with a number that counts up. */
const MIN_BESIDE = 2
const MIN_COUNTED = 3

/** Times a line must come again when only its words speak for a running head. */
const MIN_REPEATS = 3

/** Words before a number that number things and not pages. */
const LABELS = /^(?:附[件表录錄图圖]|[图圖表]|专栏|專欄|案例|问题|任务|步骤|示例|方案|part|第)/i

const NUMBERED =
  /^(?:第.{1,4}[章节節编編篇部]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.、])/

export function markRunningHeads(lines: readonly Line[], found: LineVerdicts): void {
  const pages = new Set(found.keys())
  const firstProse = lines.findIndex(({ text }) => isProse(text))
  for (const places of groupByWords(lines, found).values()) {
    const [first] = places
    if (first === undefined || places.length < 2 || !areRunning(lines, places, pages)) continue
    const isPlaced = pages.has(first - 1) || pages.has(first + 1) || splitsSentence(lines, first, first)
    const isCounted = countsUp(lines, places)
    // The first one may be the title or the chapter's heading itself.
    const isOwn = !isCounted && (NUMBERED.test(lines[first]?.text ?? '') || (!isPlaced && first < firstProse))
    for (const i of isOwn ? places.slice(1) : places) markRunning(found, i, 'running-head')
  }
}

function areRunning(lines: readonly Line[], places: readonly number[], pages: ReadonlySet<number>): boolean {
  const beside = places.filter((i) => pages.has(i - 1) || pages.has(i + 1)).length
  if (beside >= MIN_BESIDE || places.some((i) => splitsSentence(lines, i, i))) return true
  const text = lines[places[0] ?? 0]?.text ?? ''
  if (countsUp(lines, places) || (beside > 0 && NUMBERED.test(text))) return true
  return places.length >= MIN_REPEATS && !NUMBERED.test(text) && PAPER.test(text) && text.length >= 6
}

/** The lines differ by a number that grows: the page number stands in the head. */
function countsUp(lines: readonly Line[], places: readonly number[]): boolean {
  if (places.length < MIN_COUNTED) return false
  const numbers = places.map((i) => pageNumberOf(lines[i]?.text ?? ''))
  return numbers.every((n, i) => n !== undefined && (i === 0 || n > (numbers[i - 1] ?? n)))
}

const LEADING = /^(\d{1,4})[\s·•|—–-]+(?=\D)/
const TRAILING = /[\s·•|—–-]+(\d{1,4})$/
const INSIDE = /第\s*(\d{1,4})\s*[页頁]/

function pageNumberOf(text: string): number | undefined {
  const match = INSIDE.exec(text) ?? TRAILING.exec(text) ?? LEADING.exec(text)
  return match === null || LABELS.test(text) ? undefined : Number(match[1])
}

/** Short lines by their words without a page number; words of two characters are too few to tell. */
function groupByWords(lines: readonly Line[], found: LineVerdicts): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  for (const [i, { text }] of lines.entries()) {
    if (found.has(i) || text.length > MAX_LENGTH || /[，,]/.test(text) || !isShort(text, MAX_LENGTH)) continue
    const words = LABELS.test(text)
      ? text
      : text.replace(INSIDE, '').replace(TRAILING, '').replace(LEADING, '').trim()
    if (words.length < 3) continue
    const places = groups.get(words)
    if (places === undefined) groups.set(words, [i])
    else places.push(i)
  }
  return groups
}
