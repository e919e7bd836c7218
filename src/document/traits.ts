// What is usual in this file? Counts over all its lines that rules measure a single line against.
import type { Block } from './blocks.ts'
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
