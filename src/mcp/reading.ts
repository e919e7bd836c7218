// How much of a report is read at once, and what does a reader see of it?
import type { Document } from '../document/document.ts'
import type { Range } from '../text/range.ts'
import { readable } from '../text/readable.ts'

/**
 * Characters of one reading around a passage. Common clients cut a tool's result at some 25,000 tokens; a Chinese character takes up
 * to one, and the result says everything twice.
 */
const MOST_CHARACTERS = 12_000

/** Broken lines joined; all else as it stands in the file. */
export function readableText({ text, paragraphs }: Document, range: Range): string {
  const gaps = paragraphs.flatMap((paragraph) => paragraph.gaps)
  return readable(text, range, gaps).text.trim()
}

/** A section with those below it. @param index place in the outline, from 0 */
export function sectionSpan({ outline, text }: Document, index: number): Range {
  const section = outline[index]
  if (section === undefined) return { start: 0, end: text.length }
  const next = outline.slice(index + 1).find(({ level }) => level <= section.level)
  return { start: section.range.start, end: next?.range.start ?? text.length }
}

/** Place in the outline, from 0, of the innermost section that holds the offset. */
export function sectionAt({ outline }: Document, offset: number): number {
  return Math.max(
    0,
    outline.findLastIndex(({ range }) => range.start <= offset),
  )
}

/** The widest part of the report around a range that isn't too long: all of it, else a section, else the paragraphs nearby. */
export function contextOf(document: Document, range: Range, mostCharacters = MOST_CHARACTERS): Range {
  const fits = ({ start, end }: Range) => end - start <= mostCharacters
  const whole = { start: 0, end: document.text.length }
  const spans = document.outline
    .map((_, i) => sectionSpan(document, i))
    .filter(({ start, end }) => start <= range.start && range.end <= end)
    .sort((a, b) => b.end - b.start - (a.end - a.start))
  return [whole, ...spans].find(fits) ?? paragraphsAround(document, range, mostCharacters)
}

function paragraphsAround({ paragraphs }: Document, range: Range, mostCharacters: number): Range {
  const margin = Math.max(0, mostCharacters - (range.end - range.start)) / 2
  const near = paragraphs
    .map((paragraph) => paragraph.range)
    .filter(({ start, end }) => start >= range.start - margin && end <= range.end + margin)
  return {
    start: Math.min(range.start, near[0]?.start ?? range.start),
    end: Math.max(range.end, near.at(-1)?.end ?? range.end),
  }
}
