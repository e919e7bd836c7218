// What is a chunk? A range of a document inside one section, with the context line that stands above it.
import type { Gap, Range } from '../text/range.ts'

export type ChunkKind = 'body' | 'caption' | 'note' | 'table'

export interface Chunk {
  /** First 16 hex digits of sha256(chunker version, document id, section path, range, text). */
  readonly id: string
  readonly documentId: string
  /** Place among the document's chunks, from 0, in text order. */
  readonly position: number
  readonly kind: ChunkKind
  /** Headings from the title down. */
  readonly sectionPath: readonly string[]
  /** Index into the document's outline. */
  readonly section: number
  readonly range: Range
  /** What a reader doesn't see of the range: joined line breaks, captions in the middle of a sentence. */
  readonly gaps: readonly Gap[]
  /** `document.text.slice(range.start, range.end)`. */
  readonly text: string
  /** Context line `organisation（aliases） title > section`, embedded and indexed with the chunk, never part of its text. */
  readonly header: string
  /** Page or slide on which it begins, from 1; absent for a document without pages. */
  readonly page?: number
  /** In document offsets, in order, inside `range`; together they hold every visible character that isn't blank. */
  readonly sentences: readonly Range[]
  /** The source itself stops in mid-sentence. */
  readonly truncated: boolean
  /** Cut inside a sentence because it was longer than the cap. */
  readonly hardSplit: boolean
}
