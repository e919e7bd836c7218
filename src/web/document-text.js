// Lays a report out in reading order: headings, paragraphs, captions, and dimmed what is not of the report.
import { element, pieceNodes } from './elements.js'
import { visiblePieces } from './pieces.js'

/** Deepest heading that HTML knows. */
const DEEPEST = 6

/** @param report as GET /api/documents/{id} gives it @param lit range to light, in offsets of the text */
export function documentBlocks(report, lit) {
  const blocks = [
    ...report.outline.flatMap((section, place) => headingBlock(report, section, place)),
    ...report.paragraphs.map(({ kind, range, gaps }) => {
      return { start: range.start, tag: 'p', kind, id: runInHeading(report, range), range, gaps }
    }),
    ...report.captions.map(({ range }) => ({
      start: range.start,
      tag: 'p',
      kind: 'caption',
      range,
      gaps: [],
    })),
    ...report.boilerplate.map(({ range }) => ({
      start: range.start,
      tag: 'p',
      kind: 'aside',
      range,
      gaps: [],
    })),
  ]
  return blocks
    .sort((a, b) => a.start - b.start)
    .map(({ tag, kind, id, range, gaps }) =>
      element(tag, { class: kind, id }, ...pieceNodes(visiblePieces(report.text, range, gaps, lit))),
    )
}

/** The title stands on top of the page already; a run-in heading stands in its paragraph. */
function headingBlock({ text }, { level, heading, headingRange, inline }, place) {
  if (place === 0 || inline || headingRange.start === headingRange.end) return []
  // Marks such as `#` aren't read aloud: the lines are shown from where the heading's own words begin.
  const shown = text.slice(headingRange.start, headingRange.end)
  const begin = Math.max(0, shown.indexOf([...heading][0] ?? ''))
  const range = { start: headingRange.start + begin, end: headingRange.end }
  const gaps = lineBreaks(text, range)
  return [
    {
      start: headingRange.start,
      tag: `h${Math.min(level, DEEPEST)}`,
      kind: 'heading',
      id: `at-${place}`,
      range,
      gaps,
    },
  ]
}

/** @returns id of the section whose heading is the first sentence of this paragraph */
function runInHeading({ outline }, range) {
  const place = outline.findIndex(
    ({ inline, headingRange }) =>
      inline && range.start <= headingRange.start && headingRange.start < range.end,
  )
  return place === -1 ? undefined : `at-${place}`
}

function lineBreaks(text, range) {
  const gaps = []
  for (const match of text.slice(range.start, range.end).matchAll(/\s*\n\s*/g)) {
    const start = range.start + match.index
    gaps.push({ start, end: start + match[0].length, replacement: ' ' })
  }
  return gaps
}

/** Flat list, indented by level; the section that holds the lit range says so. */
export function outlineItems({ outline }, lit) {
  const holds = ({ range }) => lit !== undefined && range.start <= lit.start && lit.start < range.end
  const current = outline.map(holds).lastIndexOf(true)
  return outline.map(({ heading, level }, place) =>
    element(
      'li',
      { class: `level-${Math.min(level, DEEPEST)}` },
      element(
        'a',
        { href: `#at-${place}`, 'data-place': String(place), 'aria-current': place === current && 'true' },
        heading,
      ),
    ),
  )
}
