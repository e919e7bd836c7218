// Where does a sentence end? Boundaries of Chinese text with full- or half-width marks, and of plain English.
import type { Range } from './range.ts'

/** Marks that end a sentence wherever they stand. */
const FULL_WIDTH_END = '。！？；…‼⁇⁈⁉'
/** Marks that end a sentence only between Chinese text: `99.5%;` and `a?b=c` must survive. */
const HALF_WIDTH_END = '!?;'
/** Marks that stay with the sentence before them. Straight quotes are looked at one by one. */
const CLOSING = '”’）》】」』〕〉)]'
const STRAIGHT_QUOTES = '"\''
/** After a closing mark these say that the sentence goes on: “…！”的口号, “…。”，他说. */
const CONTINUES = /^[的，,、：:；;。.！!？?]/u
/**
 * A short rest with a verb of speaking belongs to the quotation before it: “…。”院长说。
 * 20 characters hold a title and a name; a longer rest is a sentence of its own.
 */
const SPEAKER =
  /^[^。！？；…!?;\n“”"]{0,20}?(?:说|道|表示|介绍|指出|强调|告诉|谈到|坦言|感慨|回忆|回答|解释|認為|認爲|表態|說|講|指|強調|問|问|讲|认为)[^。！？；…!?;\n“”"]{0,10}[。！？；…!?;\n：:，,]/u
const HAN_OR_MARK = /[\p{Script=Han}“”‘’（）《》【】「」『』，。：、]/u
const ENGLISH_END = /[A-Za-z]{2}["')\]]?$/
/** Straight quotes are counted this far back, so that a line of a megabyte stays linear. */
const QUOTE_REACH = 400

/**
 * Cuts a text into sentences as a reader would quote them. A line break always ends one.
 *
 * @returns in order, without the blank space around them; together they hold every character that isn't blank
 */
export function splitSentences(text: string, range: Range = { start: 0, end: text.length }): Range[] {
  return cutAt(text, range, (at) => endAfter(text, range, at, true))
}

/**
 * The same at every place where text may be cut for packing: also between a quotation and its speaker.
 *
 * @returns a refinement of `splitSentences`
 */
export function splitForPacking(text: string, range: Range = { start: 0, end: text.length }): Range[] {
  return cutAt(text, range, (at) => endAfter(text, range, at, false))
}

/** Without the blank space at both ends; empty (start = end) when there is nothing else. */
export function trimRange(text: string, range: Range): Range {
  const slice = text.slice(range.start, range.end)
  const start = range.start + slice.length - slice.trimStart().length
  return { start, end: Math.max(start, range.end - (slice.length - slice.trimEnd().length)) }
}

function cutAt(text: string, range: Range, endOf: (at: number) => number | undefined): Range[] {
  const sentences: Range[] = []
  let start = range.start
  const push = (end: number) => {
    const sentence = trimRange(text, { start, end })
    if (sentence.start < sentence.end) sentences.push(sentence)
    start = end
  }
  for (let at = range.start; at < range.end; ) {
    const end = endOf(at)
    if (end === undefined) at += 1
    else {
      push(end)
      at = end
    }
  }
  push(range.end)
  return sentences
}

/** @returns the offset after the sentence whose last mark begins at `at`, closing marks included; undefined when none ends there */
function endAfter(text: string, range: Range, at: number, quoting: boolean): number | undefined {
  const character = text.charAt(at)
  if (character === '\n') return at + 1
  if (!isEndMark(text, range, at)) return undefined
  let end = at + 1
  while (end < range.end && (FULL_WIDTH_END + HALF_WIDTH_END).includes(text.charAt(end))) end += 1
  const afterMarks = end
  while (end < range.end && isClosing(text, range, end)) end += 1
  if (end === afterMarks || end >= range.end) return end
  const rest = text.slice(end, Math.min(range.end, end + 40))
  if (CONTINUES.test(rest)) return undefined
  return quoting && SPEAKER.test(rest) ? undefined : end
}

function isEndMark(text: string, range: Range, at: number): boolean {
  const character = text.charAt(at)
  if (FULL_WIDTH_END.includes(character)) return true
  const before = at > range.start ? text.charAt(at - 1) : ''
  const after = at + 1 < range.end ? text.charAt(at + 1) : ''
  if (HALF_WIDTH_END.includes(character)) {
    if (character !== ';' && (after === '' || /\s/.test(after))) return true
    return (
      isChineseOrEdge(before) &&
      (isChineseOrEdge(after) || (HALF_WIDTH_END + STRAIGHT_QUOTES).includes(after))
    )
  }
  // A full stop needs a word before it and white space after it: 1.2.3, 3.0T, file names and addresses hold none.
  if (character !== '.') return false
  return (
    (after === '' || /[\s"')\]]/.test(after)) &&
    ENGLISH_END.test(text.slice(Math.max(range.start, at - 3), at))
  )
}

function isChineseOrEdge(character: string): boolean {
  return character === '' || /\s/.test(character) || HAN_OR_MARK.test(character)
}

/** A straight quote closes when an odd number of them stands before it on its line (so far as we look). */
function isClosing(text: string, range: Range, at: number): boolean {
  const character = text.charAt(at)
  if (CLOSING.includes(character)) return true
  if (!STRAIGHT_QUOTES.includes(character)) return false
  const before = text.slice(Math.max(range.start, at - QUOTE_REACH), at)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return line.split(character).length % 2 === 0
}
