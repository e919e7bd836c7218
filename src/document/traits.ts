// What is usual in this file? Counts over all its lines that rules measure a single line against.
import { endsSentence } from '../text/punctuation.ts'
import type { Block } from './blocks.ts'
import type { Line } from './lines.ts'
import { isProse } from './shape.ts'

export interface Traits {
  /** Columns that running text is indented by, when most of it is; 0 otherwise. */
  readonly bodyIndent: number
  /** Blank lines that usually stand before running text. */
  readonly bodyGap: number
  /** Running text often has a line of spaces before it, so such a line means nothing here. */
  readonly spaceOnlyIsUsual: boolean
  readonly hasAtx: boolean
}

/** Share of the running text that must be indented before a missing indent says anything. */
const INDENTED_SHARE = 0.6

/** Share of the running text with a line of spaces before it from which on that is a habit of the file. */
const SPACE_ONLY_SHARE = 0.3

export function measureTraits(blocks: readonly Block[]): Traits {
  const prose = blocks.filter((block) => isProse(block.text))
  const indented = prose.filter((block) => block.indent >= 2)
  const spaceOnly = prose.filter((block) => block.spaceOnlyBefore)
  return {
    bodyIndent:
      indented.length >= INDENTED_SHARE * prose.length ? mostFrequent(indented.map((b) => b.indent)) : 0,
    bodyGap: mostFrequent(prose.slice(1).map((block) => block.blanksBefore)),
    spaceOnlyIsUsual: spaceOnly.length > SPACE_ONLY_SHARE * prose.length,
    hasAtx: blocks.some((block) => /^#{1,6}\s*[^#\s]/.test(block.text) && !block.text.endsWith('#')),
  }
}

/** Fewest lines of running text that show a wrap width. */
const MIN_WRAPPED_LINES = 8

/** Widest wrapped line: 56 Chinese characters. Wider lines are paragraphs typed as one line. */
const MAX_WRAP_COLUMNS = 112

/** Narrowest: 15 Chinese characters, as in a newspaper column. */
const MIN_WRAP_COLUMNS = 30

/**
 * Columns at which the running text was wrapped, or undefined when a line is a paragraph.
 * Wrapped text is seen by many lines of nearly the same width that stop in mid-sentence.
 */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  const widths = lines.map((line) => line.width + line.indent).sort((a, b) => a - b)
  const widest = widths[Math.floor(widths.length * 0.9)] ?? 0
  if (widest < MIN_WRAP_COLUMNS || widest > MAX_WRAP_COLUMNS) return undefined
  const full = lines.filter((line) => line.width + line.indent >= 0.85 * widest && line.cells < 3)
  const open = full.filter((line) => !endsSentence(line.text))
  const punctuated = full.filter((line) => /[，。、；：,;]/.test(line.text))
  if (punctuated.length < 0.6 * full.length) return undefined
  return full.length >= MIN_WRAPPED_LINES &&
    open.length >= 0.5 * full.length &&
    full.length >= 0.3 * lines.length
    ? widest
    : undefined
}

function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  let bestCount = 0
  for (const [value, count] of counts) {
    if (count > bestCount) {
      best = value
      bestCount = count
    }
  }
  return best
}
