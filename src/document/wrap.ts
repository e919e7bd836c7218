// Which lines are one paragraph? In a file that was wrapped at a fixed width, lines are put together before any other rule.
import { endsSentence, holdsSentenceMark } from '../text/punctuation.ts'
import { type Block, blockOf } from './blocks.ts'
import type { Line } from './lines.ts'
import { captionRule } from './rules/captions.ts'
import type { LineVerdicts } from './rules/line-verdicts.ts'
import { parseNumbering } from './rules/numbering.ts'
import { isBullet, isSeparator, isShort, MAX_TESTED } from './shape.ts'
import { findWrapWidth, isFull, startsAreMarked, type WrapWidth } from './wrap-width.ts'

export interface Wrapped {
  readonly blocks: readonly Block[]
  /** The verdicts of whole lines, now by block. */
  readonly verdicts: readonly (readonly [index: number, line: number])[]
}

/**
 * @param found lines that were already recognised as page furniture or contents; they stay blocks of their own, and a
 *   paragraph may go on after them
 */
export function putTogether(lines: readonly Line[], found: LineVerdicts): Wrapped {
  const own = lines.filter((_, i) => !found.has(i))
  const width = findWrapWidth(own)
  const marksStarts = width !== undefined && startsAreMarked(own, width)
  const groups: [Line, ...Line[]][] = []
  const owners = new Map<number, number>()
  let open: [Line, ...Line[]] | undefined
  for (const [i, line] of lines.entries()) {
    if (found.has(i)) {
      owners.set(groups.length, i)
      groups.push([line])
      continue
    }
    const last = open?.at(-1)
    const isNext = lines[i - 1] === last
    // Only running text goes on after a page's end: a heading never holds a page number.
    const mayGoOn = isNext || open?.some(({ text }) => holdsSentenceMark(text)) === true
    if (
      open !== undefined &&
      last !== undefined &&
      width !== undefined &&
      mayGoOn &&
      goesOn(last, line, width, isNext, marksStarts)
    ) {
      open.push(line)
    } else {
      open = [line]
      groups.push(open)
    }
  }
  return { blocks: groups.map(blockOf), verdicts: [...owners] }
}

function goesOn(last: Line, line: Line, width: WrapWidth, isNext: boolean, marksStarts: boolean): boolean {
  if (isNext && line.blanksBefore > 0) return false
  if (!isFull(last, width) || line.indent >= Math.max(2, last.indent + 2)) return false
  if (hasOwnMark(last.text) || hasOwnMark(line.text) || isBullet(line.text)) return false
  const isNumbered = parseNumbering(line.text)?.partedBy === 'mark'
  if (!endsForGood(last.text)) return !isNumbered || !(endsSentence(last.text) || isShort(last.text))
  const isHeadingLike = isShort(line.text) && !isFull(line, width)
  return marksStarts && isNext && line.indent === 0 && !isNumbered && !isHeadingLike
}

/** A colon or semicolon at the width is only by chance at the end of a line. */
function endsForGood(text: string): boolean {
  return endsSentence(text) && !/[；;：:]$/.test(text)
}

/** Lines that a sign makes a unit by itself: headings and tables of Markdown, captions, menus of a web page. */
function hasOwnMark(text: string): boolean {
  return (
    isSeparator(text) ||
    captionRule(text) !== undefined ||
    /^(?:#{1,6}\s?[^#]|[▲△▼▽■◆●【|>!])|\s[|｜>»]\s/.test(text.slice(0, MAX_TESTED))
  )
}
