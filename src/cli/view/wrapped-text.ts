// How is text set on a terminal, where a Chinese character is two columns wide?
import type { Range } from '../../text/range.ts'

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60\uFFE0-\uFFE6]/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u
/** May not begin a line; it hangs over the edge instead. */
const CLOSING = /[，。、；：？！）》」』】〕”’…,.;:?!)\]%]/u
const LATIN = /[\p{Script=Latin}\p{N}.,%@_/-]/u
/** A report may hold escape sequences, which a terminal would obey. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu

/** Columns that a terminal gives the text. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** As much of the beginning as fits; a cut is marked by `…` within the width. */
export function clipToWidth(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text
  let width = 0
  let kept = ''
  for (const character of text) {
    width += widthOf(character)
    if (width > columns - 1) break
    kept += character
  }
  return `${kept}…`
}

/** One line, with blanks in place of everything a terminal would act on; same length. */
export function printable(text: string): string {
  return text.replace(CONTROL, ' ')
}

/**
 * Breaks text into lines of at most `width` columns (a closing mark may stand over), and at its own line ends.
 * Chinese breaks anywhere, Latin words stay whole.
 *
 * @returns ranges of the text, one a line, in order; blanks at a break belong to no line
 */
export function wrapLines(text: string, width: number): Range[] {
  let offset = 0
  return text.split('\n').flatMap((paragraph) => {
    const from = offset
    offset += paragraph.length + 1
    return wrapParagraph(paragraph, width).map(({ start, end }) => ({ start: from + start, end: from + end }))
  })
}

function wrapParagraph(text: string, width: number): Range[] {
  const lines: Range[] = []
  let start = 0
  let at = 0
  let used = 0
  /** Where the line could end at best, and where the next would begin. */
  let lastBreak: number | undefined
  for (const character of text) {
    const next = at + character.length
    used += widthOf(character)
    if (used > width && at > start && !CLOSING.test(character) && character !== ' ') {
      const end = lastBreak !== undefined && lastBreak > start ? lastBreak : at
      lines.push(trimmed(text, { start, end }))
      start = end
      lastBreak = undefined
      used = displayWidth(text.slice(start, next))
    }
    if (mayBreakAfter(character, text.slice(next, next + 2))) lastBreak = next
    at = next
  }
  if (start < text.length) lines.push(trimmed(text, { start, end: text.length }))
  return lines
}

/** Marks ranges of a text that stand inside `within`, and returns that part of the text. */
export function emphasise(
  text: string,
  within: Range,
  ranges: readonly Range[],
  mark: (part: string) => string,
): string {
  let shown = ''
  let at = within.start
  for (const range of ranges) {
    const start = Math.max(range.start, at)
    const end = Math.min(range.end, within.end)
    if (start >= end) continue
    shown += text.slice(at, start) + mark(text.slice(start, end))
    at = end
  }
  return shown + text.slice(at, within.end)
}

/** Bold on terminals. */
export function bold(text: string): string {
  return `\u001B[1m${text}\u001B[22m`
}

/** Dim on terminals. */
export function dim(text: string): string {
  return `\u001B[2m${text}\u001B[22m`
}

function widthOf(character: string): number {
  if (NO_WIDTH.test(character)) return 0
  return WIDE.test(character) ? 2 : 1
}

function mayBreakAfter(character: string, following: string): boolean {
  const next = String.fromCodePoint(following.codePointAt(0) ?? 0x20)
  return !(LATIN.test(character) && LATIN.test(next)) && !CLOSING.test(next)
}

function trimmed(text: string, range: Range): Range {
  let { start, end } = range
  while (start < end && text[start] === ' ') start++
  while (end > start && text[end - 1] === ' ') end--
  return { start, end }
}
