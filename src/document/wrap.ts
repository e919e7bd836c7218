// Which lines are one paragraph? In a file that was wrapped at a fixed width, lines are put together before any other rule.
import { endsSentence } from '../text/punctuation.ts'
import { type Block, blockOf } from './blocks.ts'
import type { Line } from './lines.ts'
import type { LineVerdicts } from './rules/furniture.ts'
import { isBullet, isSeparator } from './shape.ts'
import { wrapWidth } from './traits.ts'

/** A line that fills this share of the width was broken by it; Chinese rules on punctuation move a break by two characters. */
const FULL_SHARE = 0.86

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
  const width = wrapWidth(lines.filter((_, i) => !found.has(i)))
  const groups: [Line, ...Line[]][] = []
  const owners = new Map<number, number>()
  const marksStarts = startsAreMarked(lines, found)
  let open: [Line, ...Line[]] | undefined
  for (const [i, line] of lines.entries()) {
    if (found.has(i)) {
      owners.set(groups.length, i)
      groups.push([line])
      continue
    }
    const last = open?.at(-1)
    const isNext = lines[i - 1] === last
    if (
      open !== undefined &&
      last !== undefined &&
      width !== undefined &&
      goesOn(last, line, width, marksStarts, isNext)
    ) {
      open.push(line)
    } else {
      open = [line]
      groups.push(open)
    }
  }
  return { blocks: groups.map(blockOf), verdicts: [...owners] }
}

function goesOn(last: Line, line: Line, width: number, marksStarts: boolean, isNext: boolean): boolean {
  if (isNext && line.blanksBefore > 0) return false
  if (last.width + last.indent < FULL_SHARE * width) return false
  if (line.indent > 0 && line.indent >= last.indent + 2) return false
  if (isBullet(line.text) || isSeparator(line.text) || /^(?:#{1,6}\s|[▲△▼▽■◆●【|>!])/.test(line.text))
    return false
  if (!endsSentence(last.text)) return true
  return marksStarts && isNext && line.indent === 0
}

/** Paragraphs begin with an indent or after a blank line, so a line that does neither goes on with the one before. */
function startsAreMarked(lines: readonly Line[], found: LineVerdicts): boolean {
  const own = lines.filter((_, i) => !found.has(i))
  const marked = own.filter((line) => line.indent >= 2 || line.blanksBefore > 0)
  return marked.length >= 3 && marked.length <= 0.7 * own.length
}
