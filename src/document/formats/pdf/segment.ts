// Which pieces of text stand side by side on a page? Characters put together until a gap as wide as between columns.
import { isHan } from '../../../text/unicode.ts'

/** A piece of text as PDF.js gives it, in points from the top left corner of the page as it is shown. */
export interface Fragment {
  readonly text: string
  readonly left: number
  readonly right: number
  /** Of the baseline. */
  readonly y: number
  /** Height of the type. */
  readonly size: number
  /** Name of the face, the same for all parts that a program cut it into; empty when unknown. */
  readonly font: string
}

export interface Segment extends Fragment {
  /** Fonts of its Han characters and how many each has. */
  readonly fonts: ReadonlyMap<string, number>
}

/** In sizes of the type: a wider gap parts columns or cells. */
const COLUMN_GAP = 1.5

/** A blank narrower than this between two Han characters only stretches the line. */
const MIN_BLANK = 0.2

/** Blanks between Chinese characters, and how many of them in how much text show a line that was stretched to the edge. */
const HAN_BLANK = /(?<=[\p{Script=Han}，。、；：？！”）》]) (?=[\p{Script=Han}，。、；：？！“（《])/gu
const MIN_STRETCHED = 3
const MIN_STRETCHED_SHARE = 0.1

/** A gap without a blank that is a blank all the same. */
const MIN_HAN_GAP = 0.8
const MIN_WORD_GAP = 0.18

/** Baselines this near, in sizes, are one line: a small number beside a word is raised by a third. */
const SAME_LINE = 0.4

/** @returns lines from top to bottom, each with its segments from left to right */
export function segmentLines(fragments: readonly Fragment[]): Segment[][] {
  const lines: Fragment[][] = []
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const line = lines.at(-1)
    const [first] = line ?? []
    if (line !== undefined && first !== undefined && isSameLine(first, fragment)) line.push(fragment)
    else lines.push([fragment])
  }
  return lines.map((line) => segmentsOf(line.sort((a, b) => a.left - b.left)))
}

function isSameLine(a: Fragment, b: Fragment): boolean {
  return Math.abs(a.y - b.y) <= SAME_LINE * Math.min(a.size, b.size)
}

function segmentsOf(line: readonly Fragment[]): Segment[] {
  const segments: Segment[] = []
  let group: Fragment[] = []
  for (const fragment of line) {
    const before = group.at(-1)
    if (fragment.text.trim() === '' && before === undefined) continue
    if (before !== undefined && fragment.left - lastInk(group).right > COLUMN_GAP * before.size) {
      segments.push(together(group))
      group = []
      if (fragment.text.trim() === '') continue
    }
    group.push(fragment)
  }
  if (group.length > 0) segments.push(together(group))
  return segments.filter(({ text }) => text !== '')
}

/** Blanks may be of any width; what counts is where the last character stands. */
function lastInk(group: readonly Fragment[]): Fragment {
  const ink = group.findLast(({ text }) => text.trim() !== '')
  // A group begins with a character.
  return ink ?? (group[0] as Fragment)
}

function together(group: readonly Fragment[]): Segment {
  const first = group[0] as Fragment
  const last = lastInk(group)
  const fonts = new Map<string, number>()
  let text = ''
  let size = 0
  let characters = 0
  let before: Fragment | undefined
  for (const fragment of group) {
    text += jointOf(before, fragment) + (isStretch(before, fragment) ? '' : fragment.text)
    const count = fragment.text.trim().length
    // The size of the line is that of most of its characters, not of a raised number.
    if (count > characters) {
      characters = count
      size = fragment.size
    }
    const han = fragment.text.match(/\p{Script=Han}/gu)?.length ?? 0
    if (han > 0) fonts.set(fragment.font, (fonts.get(fragment.font) ?? 0) + han)
    before = fragment
  }
  return {
    text: unstretched(text.trim()),
    left: first.left,
    right: last.right,
    y: first.y,
    size,
    font: first.font,
    fonts,
  }
}

/** Headings have a blank or two between their halves; a line with many was spread out. */
function unstretched(text: string): string {
  const blanks = text.match(HAN_BLANK)?.length ?? 0
  return blanks >= MIN_STRETCHED && blanks >= MIN_STRETCHED_SHARE * text.length
    ? text.replace(HAN_BLANK, '')
    : text
}

function isStretch(before: Fragment | undefined, { text, left, right, size }: Fragment): boolean {
  return text.trim() === '' && isHan(before?.text.at(-1)) && right - left < MIN_BLANK * size
}

/** What stands between two fragments whose gap holds no blank of its own. */
function jointOf(before: Fragment | undefined, { text, left, size }: Fragment): '' | ' ' {
  if (before === undefined || /\s$/.test(before.text) || /^\s/.test(text)) return ''
  const gap = (left - before.right) / size
  const isWide = isHan(before.text.at(-1)) || isHan(text[0])
  return gap > (isWide ? MIN_HAN_GAP : MIN_WORD_GAP) ? ' ' : ''
}
