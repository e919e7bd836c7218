// PDF: the text layer in reading order, without heads, feet and page numbers; each page's place is kept.
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { faultOf } from '../../../faults/fault.ts'
import type { Warning } from '../../document.ts'
import type { FormatText } from '../format.ts'
import { settleDepths } from '../heading-depths.ts'
import { writeParts } from '../parts.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { readBookmarks, withBookmarks } from './bookmarks.ts'
import { FaceNames } from './face-names.ts'
import { openPdf } from './library.ts'
import { itemsOf } from './lines.ts'
import { fragmentsOf } from './page-text.ts'
import { paragraphsOf } from './paragraphs.ts'
import { type Page, withoutRunningLines } from './running.ts'
import { segmentLines } from './segment.ts'
import { measureSizes } from './type-sizes.ts'

/** A yearbook has a thousand. */
const MAX_PAGES = 2000

/** Characters on average below which a file is a pile of pictures with a stamp or a page number. */
const MIN_CHARACTERS_A_PAGE = 10

/** Share of characters without meaning from which on the text is of no use. */
const MAX_UNKNOWN = 0.3

/** @throws UnreadableFile */
export async function readPdf(bytes: Uint8Array): Promise<FormatText> {
  const pdf = await openPdf(bytes)
  if (pdf.numPages > MAX_PAGES) {
    throw new UnreadableFile(faultOf('too-many-pages', { pages: pdf.numPages, most: MAX_PAGES }))
  }
  const pages = await readPages(pdf)
  const unknownCharacters = checkText(pages)
  const items = withoutRunningLines(pages).flatMap(itemsOf)
  const lines = items.filter((item) => item.kind === 'line')
  const parts = withBookmarks(paragraphsOf(items, measureSizes(lines)), await readBookmarks(pdf))
  return writeParts({
    parts: settleDepths(parts),
    encoding: { name: 'pdf', decidedBy: 'format', damagedCharacters: unknownCharacters },
    warnings: warningsOf(pages),
  })
}

async function readPages(pdf: PDFDocumentProxy): Promise<Page[]> {
  const pages: Page[] = []
  const faces = new FaceNames()
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { fragments, height } = await fragmentsOf(page, faces)
    pages.push({ number, height, rows: segmentLines(fragments).filter((row) => row.length > 0) })
    page.cleanup()
  }
  return pages
}

/** @returns characters whose meaning the file doesn't tell */
function checkText(pages: readonly Page[]): number {
  const text = pages.flatMap(({ rows }) => rows.flat().map((segment) => segment.text)).join('')
  if (text.length < MIN_CHARACTERS_A_PAGE * pages.length) {
    throw new UnreadableFile(faultOf('scanned', { pages: pages.length }))
  }
  // Private characters stand where a font has pictures of characters and no word for them.
  const unknown = text.match(/[\p{Co}\ufffd]|\p{Cc}/gu)?.length ?? 0
  if (unknown > MAX_UNKNOWN * text.length) {
    throw new UnreadableFile(faultOf('unknown-fonts'))
  }
  return unknown
}

function warningsOf(pages: readonly Page[]): Warning[] {
  const empty = pages.filter(({ rows }) => rows.length === 0).map(({ number }) => number)
  if (empty.length === 0) return []
  const list = empty.slice(0, 20).join(', ') + (empty.length > 20 ? ', …' : '')
  return [{ code: 'pages-without-text', message: `${empty.length} pages hold no text (pictures?): ${list}.` }]
}
