// In which order is a report read? Headings, paragraphs, captions, and dimmed what is not of the report.
import type { Section } from '../../document/document.ts'
import type { Gap, Range } from '../../text/range.ts'
import type { Report } from '../service/wire.ts'
import { type Piece, visiblePieces } from './pieces.ts'

export interface Block {
  /** 1 to 6 for a heading, undefined for a paragraph. */
  readonly level?: number
  readonly kind: 'heading' | 'body' | 'note' | 'table' | 'caption' | 'aside'
  /** Index into the outline, where the section's heading is or is in this block. */
  readonly section?: number
  /** Offset in the report's text; no two blocks share it. */
  readonly start: number
  readonly pieces: readonly Piece[]
}

/** Deepest heading that HTML knows. */
const DEEPEST = 6

/** @param lit range to light, in offsets of the text */
export function reportBlocks(report: Report, lit: Range | undefined): Block[] {
  const blocks = [
    ...report.outline.flatMap((section, place) => headingBlock(report.text, section, place)),
    ...report.paragraphs.map(({ kind, range, gaps }) => {
      const section = runInHeading(report, range)
      return { kind, start: range.start, range, gaps, ...(section !== undefined && { section }) }
    }),
    ...report.captions.map(({ range }) => ({
      kind: 'caption' as const,
      start: range.start,
      range,
      gaps: [],
    })),
    ...report.boilerplate.map(({ range }) => ({
      kind: 'aside' as const,
      start: range.start,
      range,
      gaps: [],
    })),
  ]
  return blocks
    .sort((a, b) => a.start - b.start)
    .map(({ range, gaps, ...block }) => ({
      ...block,
      pieces: visiblePieces(report.text, range, gaps, lit),
    }))
}

/** The title stands on top of the page already; a run-in heading stands in its paragraph. */
function headingBlock(text: string, { level, heading, headingRange, inline }: Section, place: number) {
  if (place === 0 || inline || headingRange.start === headingRange.end) return []
  // Marks such as `#` aren't read aloud: the lines are shown from where the heading's own words begin.
  const shown = text.slice(headingRange.start, headingRange.end)
  const begin = Math.max(0, shown.indexOf([...heading][0] ?? ''))
  const range = { start: headingRange.start + begin, end: headingRange.end }
  return [
    {
      kind: 'heading' as const,
      level: Math.min(level, DEEPEST),
      section: place,
      start: headingRange.start,
      range,
      gaps: lineBreaks(text, range),
    },
  ]
}

/** @returns the section whose heading is the first sentence of this paragraph */
function runInHeading({ outline }: Report, range: Range): number | undefined {
  const place = outline.findIndex(
    ({ inline, headingRange }) =>
      inline && range.start <= headingRange.start && headingRange.start < range.end,
  )
  return place === -1 ? undefined : place
}

function lineBreaks(text: string, range: Range): Gap[] {
  return [...text.slice(range.start, range.end).matchAll(/\s*\n\s*/g)].map((match) => {
    const start = range.start + match.index
    return { start, end: start + match[0].length, replacement: ' ' }
  })
}
