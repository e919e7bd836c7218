// What are the paragraphs of the file as typed? One line each, or several where a text was wrapped at a fixed width.
import type { Gap } from '../text/range.ts'
import { isHan, isInvisible } from '../text/unicode.ts'
import type { Line } from './lines.ts'

/** One or more lines that belong together; the unit that rules decide about. */
export interface Block {
  readonly lines: readonly Line[]
  readonly start: number
  readonly end: number
  /** As rules look at it; wrapped lines are put together as a reader would. */
  readonly text: string
  readonly indent: number
  readonly blanksBefore: number
  readonly spaceOnlyBefore: boolean
  readonly cells: number
  /** Where its lines were put together. */
  readonly gaps: readonly Gap[]
}

/** @param lines one or more, in order; anything between two of them becomes a gap */
export function blockOf(lines: readonly [Line, ...Line[]]): Block {
  const [first] = lines
  let text = first.text
  const gaps: Gap[] = []
  let previous: Line = first
  for (const line of lines.slice(1)) {
    const replacement = joint(previous.text, line.text)
    gaps.push({ start: previous.end, end: line.start, replacement })
    text += replacement + line.text
    previous = line
  }
  return {
    lines,
    start: first.start,
    end: previous.end,
    text,
    indent: first.indent,
    blanksBefore: first.blanksBefore,
    spaceOnlyBefore: first.spaceOnlyBefore,
    cells: lines.length === 1 ? first.cells : 1,
    gaps,
  }
}

/** What stands between two lines once they are one: nothing in Chinese, a space between two words of Latin script. */
export function joint(before: string, after: string): '' | ' ' {
  const last = before.at(-1)
  const first = after[0]
  if (isHan(last) || isHan(first)) return ''
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z(]/.test(after) ? ' ' : ''
}

/** Offset in the source of the character at `offset` of the block's text; only needed near its beginning. */
export function sourceOffset(source: string, block: Block, offset: number): number {
  let left = offset
  for (const [i, line] of block.lines.entries()) {
    if (left < line.text.length || i === block.lines.length - 1) return offsetInLine(source, line, left)
    left -= line.text.length + (block.gaps[i]?.replacement.length ?? 0)
  }
  return block.end
}

function offsetInLine(source: string, line: Line, offset: number): number {
  let left = offset
  let at = line.start
  while (at < line.end && (left > 0 || isInvisible(source[at] ?? ''))) {
    if (!isInvisible(source[at] ?? '')) left--
    at++
  }
  return at
}
