// What is searched: the slots, the postings and the vectors of one state of the collection, changed document by document.
import type { ChunkRecord, DocumentSummary } from '../collection/collection.ts'
import type { TermId } from '../text/terms.ts'
import { Bm25 } from './bm25.ts'
import { ChunkTable } from './chunk-table.ts'
import { termsOfChunk } from './lexical-text.ts'
import type { VectorIndex } from './vector-index.ts'

/** A document made ready outside, so that taking it in is short and in one go. */
export interface PreparedDocument {
  readonly summary: DocumentSummary
  readonly ordinals: readonly number[]
  readonly terms: readonly ReadonlyMap<TermId, number>[]
  readonly vectors: readonly Float32Array[]
}

export function prepareDocument(summary: DocumentSummary, records: readonly ChunkRecord[]): PreparedDocument {
  return {
    summary,
    ordinals: records.map(({ ordinal }) => ordinal),
    terms: records.map(({ chunk }) => termsOfChunk(chunk, summary.organisation)),
    vectors: records.map(({ vector }) => vector),
  }
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
  for (const { summary, ordinals, vectors } of documents) {
    index.table.add(summary.id, summary.learntAt, ordinals)
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
