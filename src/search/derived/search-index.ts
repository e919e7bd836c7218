// What is searched: the slots, the postings and the vectors of one state of the collection, changed document by document.
import type { Chunk } from '../../chunk/chunk.ts'
import type { ChunkRecord, DocumentSummary } from '../../collection/collection.ts'
import type { TermId } from '../../text/terms.ts'
import type { VectorIndex } from '../vectors/vector-index.ts'
import { Bm25 } from '../words/bm25.ts'
import { termsOfChunk } from '../words/lexical-text.ts'
import { ChunkTable } from './chunk-table.ts'

/** A document made ready outside, so that taking it in is short and in one go. */
export interface PreparedDocument {
  readonly summary: DocumentSummary
  readonly ordinals: readonly number[]
  /** For each chunk: it goes on from the one before it. */
  readonly goesOn: readonly boolean[]
  readonly terms: readonly ReadonlyMap<TermId, number>[]
  readonly vectors: readonly Float32Array[]
}

/** Chunks whose terms are counted in one slice: some 15 ms. */
const SLICE = 32

/**
 * @param records of all its chunks, by position
 * @param text of the document
 * @param giveWay awaited before every slice of work
 */
export async function prepareDocument(
  summary: DocumentSummary,
  records: readonly ChunkRecord[],
  text: string,
  giveWay: () => Promise<void>,
): Promise<PreparedDocument> {
  const terms: ReadonlyMap<TermId, number>[] = []
  for (const { chunk } of records) {
    if (terms.length % SLICE === 0) await giveWay()
    terms.push(termsOfChunk(chunk, summary.organisation))
  }
  return {
    summary,
    ordinals: records.map(({ ordinal }) => ordinal),
    goesOn: records.map(({ chunk }, i) => goesOnFrom(records[i - 1]?.chunk, chunk, text)),
    terms,
    vectors: records.map(({ vector }) => vector),
  }
}

/** Of the same kind and section, with nothing but blank space between. */
function goesOnFrom(previous: Chunk | undefined, chunk: Chunk, text: string): boolean {
  return (
    previous !== undefined &&
    previous.kind === chunk.kind &&
    previous.section === chunk.section &&
    text.slice(previous.range.end, chunk.range.start).trim() === ''
  )
}

/** The postings and the slots they speak of; they come from one file or are made together. */
export interface LexicalIndex {
  readonly table: ChunkTable
  readonly bm25: Bm25
}

export function emptyLexicalIndex(): LexicalIndex {
  return { table: new ChunkTable(), bm25: new Bm25() }
}

export interface SearchIndex extends LexicalIndex {
  readonly vectors: VectorIndex
}

/** Synchronous, so that a search sees all of these documents or none. */
export function addDocuments(index: SearchIndex, documents: readonly PreparedDocument[]): void {
  for (const { summary, ordinals, goesOn, vectors } of documents) {
    index.table.add(summary.id, summary.learntAt, ordinals, goesOn)
    vectors.forEach((vector, i) => {
      index.vectors.add(ordinals[i] ?? 0, vector)
    })
  }
  index.bm25.add(documents.flatMap(({ terms }) => terms))
}

export function removeDocument(index: SearchIndex, id: string): void {
  for (const slot of index.table.remove(id)) {
    index.bm25.remove(slot)
    index.vectors.remove(index.table.ordinalAt(slot))
  }
}
