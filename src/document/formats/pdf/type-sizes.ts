// Which lines does the type set apart? Sizes above that of the text are headings, the largest at the beginning the title.
import { isShort } from '../../shape.ts'
import type { TextLine } from './lines.ts'

export interface TypeSizes {
  /** Points, rounded to halves, of most characters. */
  readonly body: number
  /** Font of most Han characters. */
  readonly bodyFont: string
  /** Sizes of headings, the largest first. */
  readonly headings: readonly number[]
}

/** A heading's type is larger by this factor at least. */
const LARGER = 1.1

/** Type smaller than this share of the text's is a note's. */
const SMALLER = 0.88

/** Share of the characters that headings may have; above it the size says nothing. */
const MAX_HEADING_SHARE = 0.3

/** Longest line of a heading. */
const MAX_HEADING = 60

/** Word knows nine levels; a page that has more sizes is an advert. */
const MAX_LEVELS = 6

export function measureSizes(lines: readonly TextLine[]): TypeSizes {
  const bySize = new Map<number, number>()
  const byFont = new Map<string, number>()
  for (const { size, text, fonts } of lines) {
    bySize.set(roundedSize(size), (bySize.get(roundedSize(size)) ?? 0) + text.length)
    for (const [font, count] of fonts) byFont.set(font, (byFont.get(font) ?? 0) + count)
  }
  const body = mostOf(bySize) ?? 0
  const large = [...bySize.entries()].filter(([size]) => size >= body * LARGER)
  const characters = [...bySize.values()].reduce((sum, count) => sum + count, 0)
  const ofHeadings = large.reduce((sum, [, count]) => sum + count, 0)
  const headings = large.map(([size]) => size).sort((a, b) => b - a)
  return {
    body,
    bodyFont: mostOf(byFont) ?? '',
    headings: ofHeadings <= MAX_HEADING_SHARE * characters ? headings : [],
  }
}

/** From 1, the largest; undefined for the text itself. */
export function depthOf(line: TextLine, { headings }: TypeSizes): number | undefined {
  const at = headings.indexOf(roundedSize(line.size))
  return at >= 0 && line.text.length <= MAX_HEADING ? Math.min(at + 1, MAX_LEVELS) : undefined
}

export function isSmall(line: TextLine, { body }: TypeSizes): boolean {
  return line.size < SMALLER * body
}

/** A short line wholly in another face than the text: bold, or the black face that Chinese headings are set in. */
export function isInOtherFace({ fonts, text }: TextLine, { bodyFont }: TypeSizes): boolean {
  return fonts.size > 0 && !fonts.has(bodyFont) && !fonts.has('') && isShort(text)
}

/** Type of 15.96 and 16.04 points is one size. */
export function roundedSize(size: number): number {
  return Math.round(size * 2) / 2
}

function mostOf<K>(counts: ReadonlyMap<K, number>): K | undefined {
  let best: K | undefined
  let most = 0
  for (const [key, count] of counts) {
    if (count > most) {
      best = key
      most = count
    }
  }
  return best
}
