// A text without an outline as a document: passages of retrieval sets, which have a title and lines.
import { createHash } from 'node:crypto'
import { normaliseText } from '../text/unicode.ts'
import type { Document, Paragraph } from './document.ts'
import { readLines } from './lines.ts'

export interface PlainText {
  readonly path: string
  readonly title: string
  readonly text: string
}

/** One section, one body paragraph per line; no line is guessed to be anything else. The title isn't part of the text. */
export function plainDocument({ path, title, text: given }: PlainText): Document {
  const text = normaliseText(given)
  const sha256 = createHash('sha256').update(given).digest('hex')
  const paragraphs: Paragraph[] = readLines(text).map(({ start, end }) => ({
    kind: 'body',
    range: { start, end },
    gaps: [],
    section: 0,
  }))
  return {
    id: createHash('sha256').update(`plain\n${title}\n${given}`).digest('hex').slice(0, 16),
    path,
    sha256,
    encoding: { name: 'utf-8', decidedBy: 'given as text', damagedCharacters: 0 },
    title,
    aliases: [],
    years: [],
    authors: [],
    text,
    outline: [
      {
        level: 1,
        heading: title,
        path: [title],
        inline: false,
        role: 'lead',
        headingRange: { start: 0, end: 0 },
        range: { start: 0, end: text.length },
        truncated: false,
      },
    ],
    paragraphs,
    captions: [],
    boilerplate: [],
    warnings: [],
  }
}
