// Which heading is the title of the file, and how deep are the others below it? Outline levels of office files and pages.
import { holdsSentenceMark } from '../../text/punctuation.ts'
import type { Part } from './parts.ts'

/** Longest heading: whole paragraphs are given a heading's style by mistake. */
const MAX_HEADING = 80

/** A sentence this long is text, whatever its style says. */
const MIN_TEXT = 30

/** The title is depth 1, all other headings are 2 or deeper. */
const TOP = 2

/**
 * A title by its style is the title; without one, the only heading of the highest level is, when nothing stands above it.
 * Otherwise the rules find the title by its place.
 */
export function settleDepths(parts: readonly Part[]): Part[] {
  const settled = parts.map(withoutText)
  const title = titleIndex(settled)
  const depths = settled.flatMap((part, i) => (part.kind === 'heading' && i !== title ? [part.depth] : []))
  const shift = TOP - depths.reduce((least, depth) => Math.min(least, depth), Number.MAX_SAFE_INTEGER)
  return settled.map((part, i): Part => {
    if (part.kind === 'heading' && i === title) return { ...part, kind: 'title' }
    if (part.kind === 'heading') return { ...part, depth: part.depth + shift }
    return part.kind === 'title' && i !== title ? { ...part, kind: 'paragraph' } : part
  })
}

function withoutText(part: Part): Part {
  if (part.kind !== 'heading' && part.kind !== 'title') return part
  const { text } = part
  const isText = text.length > MAX_HEADING || (text.length > MIN_TEXT && holdsSentenceMark(text))
  return isText ? { ...part, kind: 'paragraph' } : part
}

/** -1 when the file doesn't say. */
function titleIndex(parts: readonly Part[]): number {
  const styled = parts.findIndex(({ kind }) => kind === 'title')
  if (styled >= 0) return styled
  const first = parts.findIndex(({ kind }) => kind !== 'picture' && kind !== 'blank')
  const part = parts[first]
  if (part?.kind !== 'heading') return -1
  const others = parts.flatMap((other, i) => (other.kind === 'heading' && i !== first ? [other.depth] : []))
  return others.every((depth) => depth > part.depth) ? first : -1
}
