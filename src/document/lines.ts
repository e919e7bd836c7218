// What does each line look like? Records of the lines that aren't blank, before anything is decided about them.
import { displayWidth, plainView } from '../text/unicode.ts'

export interface Line {
  /** 1-based, blank lines counted. */
  readonly number: number
  /** Of the line without the blanks at its ends. */
  readonly start: number
  readonly end: number
  /** As rules look at it: `plainView` of the line. */
  readonly text: string
  /** Columns of blank before the first character. */
  readonly indent: number
  /** Columns of the text. */
  readonly width: number
  /** Blank lines between this line and the one before it. */
  readonly blanksBefore: number
  /** One of these blank lines holds spaces: often the place of a picture. */
  readonly spaceOnlyBefore: boolean
  /** Parts that stand in columns: cells between tabs, pipes or wide gaps. */
  readonly cells: number
}

/** Cuts a normalised text into its lines that hold more than white space. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  let number = 0
  let blanksBefore = 0
  let spaceOnlyBefore = false
  for (let at = 0; at <= text.length; ) {
    const newline = text.indexOf('\n', at)
    const stop = newline < 0 ? text.length : newline
    const raw = text.slice(at, stop)
    number++
    if (raw.trim() === '') {
      blanksBefore++
      spaceOnlyBefore ||= raw !== ''
    } else {
      lines.push(recordOf(raw, at, number, blanksBefore, spaceOnlyBefore))
      blanksBefore = 0
      spaceOnlyBefore = false
    }
    at = stop + 1
  }
  return lines
}

function recordOf(
  raw: string,
  offset: number,
  number: number,
  blanksBefore: number,
  spaceOnlyBefore: boolean,
): Line {
  const lead = raw.length - raw.trimStart().length
  const trimmed = raw.trim()
  const text = plainView(trimmed)
  return {
    number,
    start: offset + lead,
    end: offset + lead + trimmed.length,
    text,
    indent: displayWidth(raw.slice(0, lead).replaceAll('\t', '    ')),
    width: displayWidth(text),
    blanksBefore,
    spaceOnlyBefore,
    cells: countCells(trimmed),
  }
}

function countCells(trimmed: string): number {
  if (trimmed.length > 500) return 1
  if (/^\|.*\|$/.test(trimmed)) return trimmed.split('|').length - 2
  if (/[^|]\s\|\s[^|]/.test(trimmed)) return trimmed.split(/\s[|]\s/).length
  return trimmed.split(/\t+| {3,}|\u3000{3,}/).length
}
