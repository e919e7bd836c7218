// Was the text wrapped at a fixed width, and where? Measured in characters and in columns: tools count either way.
import { endsSentence } from '../text/punctuation.ts'
import type { Line } from './lines.ts'
import { parseNumbering } from './rules/numbering.ts'
import { isBullet, isShort } from './shape.ts'

export interface WrapWidth {
  readonly characters: number
  readonly columns: number
}

/** Fewest lines that stop in mid-sentence and go on right below. */
const MIN_OPEN_LINES = 4

/** Shortest such line, and the widest wrap; a longer line is a paragraph typed as one. */
const MIN_CHARACTERS = 14
const MAX_CHARACTERS = 60

/** A line that fills this share of the width was broken by it; rules on punctuation and long words move a break. */
const FULL_SHARE = 0.86

/** Share of the lines that may be wider: addresses, tables, a line of the web page. */
const MAX_WIDER_SHARE = 0.12

/** Share of the open lines that must be full; the rest may end a page or a column. */
const MIN_FULL_SHARE = 0.6

const PAUSE = /[，。、；：,;]/

export function findWrapWidth(lines: readonly Line[]): WrapWidth | undefined {
  const open = lines.filter((line, i) => isOpen(line, lines[i + 1]))
  if (open.length < MIN_OPEN_LINES) return undefined
  const width = { characters: highOf(open.map(charactersOf)), columns: highOf(open.map(columnsOf)) }
  if (width.characters > MAX_CHARACTERS) return undefined
  const wider = lines.filter(
    (line) => charactersOf(line) > 1.2 * width.characters && columnsOf(line) > 1.2 * width.columns,
  )
  if (wider.length > MAX_WIDER_SHARE * lines.length) return undefined
  const full = open.filter((line) => isFull(line, width))
  return full.length >= MIN_OPEN_LINES && full.length >= MIN_FULL_SHARE * open.length ? width : undefined
}

export function isFull(line: Line, width: WrapWidth): boolean {
  return charactersOf(line) >= FULL_SHARE * width.characters || columnsOf(line) >= FULL_SHARE * width.columns
}

/** A line of running text that stops in mid-sentence, with a line that may go on right below it. */
function isOpen(line: Line, next: Line | undefined): boolean {
  if (next === undefined || next.blanksBefore > 0 || next.indent >= line.indent + 2) return false
  if (line.text.length < MIN_CHARACTERS || line.cells > 2 || endsSentence(line.text)) return false
  return (
    PAUSE.test(line.text + next.text) &&
    !isBullet(next.text) &&
    parseNumbering(next.text)?.partedBy !== 'mark'
  )
}

/**
 * Paragraphs begin with an indent or after a blank line: so it is below lines that end a sentence before the width. A line
 * that has neither then goes on with the paragraph above it even after a full stop.
 */
export function startsAreMarked(lines: readonly Line[], width: WrapWidth): boolean {
  let ends = 0
  let marked = 0
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1]
    if (next === undefined || isFull(line, width) || !endsSentence(line.text)) continue
    const isMarked = next.blanksBefore > 0 || next.indent >= 2
    // A heading is seen as a start by itself.
    if (!isMarked && isShort(next.text)) continue
    ends++
    if (isMarked) marked++
  }
  return ends >= 2 && marked >= 0.8 * ends
}

function charactersOf(line: Line): number {
  return line.text.length + Math.floor(line.indent / 2)
}

function columnsOf(line: Line): number {
  return line.width + line.indent
}

/** The value that nine in ten don't exceed. */
function highOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length * 0.9)] ?? 0
}
