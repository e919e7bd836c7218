// On which level does each heading stand? Styles are ranked per file, whatever families it mixes.
import { orderFamilies } from './rules/family-order.ts'
import { type Family, parseNumbering } from './rules/numbering.ts'

/** What is known of a heading before it has a level. */
export interface Ranked {
  readonly heading: string
  readonly style: string
  /** 1 for the title; set where the source or an override fixes it. */
  readonly level?: number
}

/** Level of the first style below the title. */
const TOP = 2

/** Styles without numbers in their usual order; run-in heads are always the lowest. */
const UNNUMBERED = ['bold', 'bracket', 'question', 'bare-upper', 'bare', 'bold-head', 'run-in']

/**
 * Gives each heading its level: 1 the title, 2 a section, and so on. A style keeps its level in the whole file, so a heading
 * may skip levels where the file does; what follows an attachment's heading stands below it.
 */
export function rankLevels(headings: readonly Ranked[]): number[] {
  const styled = byNumberInsteadOfDepth(headings)
  const order = orderStyles(styled)
  let shift = 0
  return styled.map(({ style, level }) => {
    if (level !== undefined) return level
    if (style === 'attachment') {
      shift = 1
      return TOP
    }
    return TOP + shift + Math.max(order.indexOf(style), 0)
  })
}

/** When all Markdown headings have the same number of `#`, their numbers tell the levels. */
function byNumberInsteadOfDepth(headings: readonly Ranked[]): readonly Ranked[] {
  const atx = headings.filter((heading) => heading.level === undefined && heading.style.startsWith('atx-'))
  const families = new Set(atx.map(({ heading }) => parseNumbering(heading)?.family))
  families.delete(undefined)
  if (new Set(atx.map(({ style }) => style)).size !== 1 || families.size < 2) return headings
  return headings.map((heading) => {
    const family = heading.style.startsWith('atx-') ? parseNumbering(heading.heading)?.family : undefined
    return family === undefined
      ? heading
      : { ...heading, style: family === 'numeral-space' ? 'numeral' : family }
  })
}

function orderStyles(headings: readonly Ranked[]): string[] {
  const free = headings.filter(({ level, style }) => level === undefined && style !== 'attachment')
  const styles = [...new Set(free.map(({ style }) => style))]
  const atx = styles.filter((style) => style.startsWith('atx-')).sort()
  const order = orderNumbered(free)
  const others = styles.filter((style) => !atx.includes(style) && !order.includes(style))
  for (const style of others.sort((a, b) => usualPlace(a) - usualPlace(b))) {
    const isLowest = style === 'run-in' || style === 'bold-head'
    const at = isLowest ? -1 : order.findIndex((other) => standsAbove(style, other, free))
    order.splice(at < 0 ? order.length : at, 0, style)
  }
  return [...atx, ...order]
}

function orderNumbered(headings: readonly Ranked[]): string[] {
  const numberings = headings.flatMap(({ heading, style }) => {
    const numbering = parseNumbering(heading)
    if (numbering === undefined) return []
    const family: Family = numbering.family === 'numeral-space' ? 'numeral' : numbering.family
    return family === style ? [{ ...numbering, family }] : []
  })
  return orderFamilies(numberings)
}

/**
 * Does a style without numbers stand above another style? Numbers that begin again after its headings say yes, numbers
 * that count on across them say no; without such a sign the one that comes first is the higher.
 */
function standsAbove(style: string, other: string, headings: readonly Ranked[]): boolean {
  const own = usualPlace(style)
  if (UNNUMBERED.includes(other))
    return own < usualPlace(other) && firstOf(style, headings) < firstOf(other, headings)
  let votes = 0
  let isBetween = false
  for (const heading of headings) {
    if (heading.style === style) isBetween = true
    if (heading.style !== other) continue
    if (isBetween) votes += lastValue(heading) === 1 ? 1 : -1
    isBetween = false
  }
  return votes === 0 ? firstOf(style, headings) < firstOf(other, headings) : votes > 0
}

function firstOf(style: string, headings: readonly Ranked[]): number {
  return headings.findIndex((heading) => heading.style === style)
}

function lastValue({ heading }: Ranked): number | undefined {
  return parseNumbering(heading)?.values.at(-1)
}

function usualPlace(style: string): number {
  return Math.max(UNNUMBERED.indexOf(style), 0)
}
