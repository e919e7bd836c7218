// Which headings do the bookmarks of a PDF file name? They tell the levels better than the size of the type.
import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { Part } from '../parts.ts'

/** Fewer bookmarks name chapters at random. */
const MIN_BOOKMARKS = 3

/** Word and LaTeX write six levels at most. */
const MAX_DEPTH = 6

/** More than any reader would open; a ring of bookmarks ends here. */
const MAX_BOOKMARKS = 5000

type Bookmarks = ReadonlyMap<string, number>

/** Depth from 1 by title without blanks; empty when the file has too few. */
export async function readBookmarks(pdf: PDFDocumentProxy): Promise<Bookmarks> {
  const depths = new Map<string, number>()
  const waiting = ((await pdf.getOutline()) ?? []).map((item) => ({ item, depth: 1 }))
  for (let seen = 0; seen < MAX_BOOKMARKS; seen++) {
    const next = waiting.shift()
    if (next === undefined) break
    const key = squeezed(next.item.title)
    if (key !== '' && !depths.has(key)) depths.set(key, next.depth)
    if (next.depth < MAX_DEPTH)
      waiting.push(...(next.item.items ?? []).map((item) => ({ item, depth: next.depth + 1 })))
  }
  return depths.size >= MIN_BOOKMARKS ? depths : new Map()
}

/**
 * Paragraphs and headings that a bookmark names get its depth. Other headings by size: the first stays above them all when it
 * comes before them, the title; the others are below.
 */
export function withBookmarks(parts: readonly Part[], bookmarks: Bookmarks): Part[] {
  if (bookmarks.size === 0) return [...parts]
  const named = (part: Part) =>
    part.kind === 'heading' || part.kind === 'paragraph' ? bookmarks.get(squeezed(part.text)) : undefined
  const hits = parts.flatMap((part, i) => (named(part) === undefined ? [] : [i]))
  const [firstHit = 0] = hits
  // Bookmarks of another version of the text name nothing that is there.
  if (hits.length * 2 < bookmarks.size) return [...parts]
  const title = parts.findIndex((part) => part.kind === 'heading' && part.depth === 1)
  return parts.map((part, i): Part => {
    if (part.kind !== 'heading' && part.kind !== 'paragraph') return part
    const depth = named(part)
    const { text, page } = part
    const heading = { kind: 'heading', text, ...(page !== undefined && { page }) } as const
    if (depth !== undefined) return { ...heading, depth: depth + 1 }
    if (part.kind === 'paragraph') return part
    return { ...heading, depth: i === title && i < firstHit ? 1 : MAX_DEPTH + 1 + part.depth }
  })
}

function squeezed(title: string): string {
  return title.replace(/\s+/g, '').normalize('NFKC')
}
