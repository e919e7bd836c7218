// What do we hold, and how does it change? The interface of the record; ids and ordinals, never files or rows of SQLite.
import type { Chunk } from '../chunk/chunk.ts'
import type { Document } from '../document/document.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Refused } from '../faults/fault.ts'

/** One file (or passage) that may be learnt. */
export interface SourceItem {
  /** Relative path with `/`, unique within the source. */
  readonly path: string
  /** Changes when the content may have changed (size and time of a file, or a hash); equal → not even read. */
  readonly stamp: string
  /** @throws AppError `bad-input` with the path and the reason when it can't be read as a report */
  read(): Promise<Document>
}

/** Where documents come from: a folder, a retrieval set, an upload. */
export interface DocumentSource {
  /** Named in messages. */
  readonly name: string
  items(signal?: AbortSignal): AsyncIterable<SourceItem>
}

export type LearnProgress =
  | { readonly kind: 'scanned'; readonly files: number }
  | {
      readonly kind: 'embedding'
      readonly filesDone: number
      readonly files: number
      readonly chunksDone: number
      readonly chunks: number
    }
  | { readonly kind: 'file'; readonly outcome: FileOutcome }

export type FileOutcome =
  | {
      readonly kind: 'added' | 'replaced'
      readonly path: string
      readonly documentId: string
      readonly chunks: number
      readonly embedded: number
    }
  | {
      readonly kind: 'unchanged' | 'renamed' | 'duplicate'
      readonly path: string
      readonly documentId: string
    }
  | { readonly kind: 'removed'; readonly path: string; readonly documentId: string }
  | ({ readonly kind: 'refused'; readonly path: string } & Refused)

export interface LearnReport {
  readonly outcomes: readonly FileOutcome[]
  readonly chunksEmbedded: number
  /** False: nothing was written. */
  readonly changed: boolean
  readonly elapsedMs: number
}

export interface LearnOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: LearnProgress) => void
  /** Whether documents whose path the source no longer offers are removed; or of which paths. Default true: of all. */
  readonly removeMissing?: boolean | ((path: string) => boolean)
  /** Awaited before every slice of work, some tens of milliseconds each. Default: what else waits for the thread goes first, once. */
  readonly giveWay?: () => Promise<void>
}

export function mayRemove({ removeMissing = true }: LearnOptions, path: string): boolean {
  return typeof removeMissing === 'boolean' ? removeMissing : removeMissing(path)
}

export interface CollectionStatus {
  readonly documents: number
  readonly chunks: number
  readonly sentences: number
  /** Grows by one with every committed document. */
  readonly changeNumber: number
  /** Of the embedder the vectors came from; undefined while nothing was learnt. */
  readonly fingerprint?: string
  readonly embedderId?: string
  readonly dimension?: number
  /** ISO time of the last change. */
  readonly updatedAt?: string
  readonly bytes: number
}

/** A document without its text: what lists show. */
export interface DocumentSummary {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly subtitle?: string
  readonly organisation?: string
  readonly aliases: readonly string[]
  readonly date?: string
  readonly years: readonly number[]
  readonly source?: string
  readonly characters: number
  readonly chunks: number
  readonly warnings: number
  readonly learntAt: string
}

/** A chunk as held, with its vectors. */
export interface ChunkRecord {
  /** Positive uint32, given once and never used again; what the graph and the postings call a chunk. */
  readonly ordinal: number
  readonly chunk: Chunk
  /** [dimension], unit length. */
  readonly vector: Float32Array
  /** Row-major [sentences × dimension] int8; a row times its scale is the unit vector of that sentence. */
  readonly sentenceVectors: Int8Array
  /** [sentences]. */
  readonly sentenceScales: Float32Array
}

export interface Collection {
  status(): CollectionStatus
  /**
   * Brings the collection in step with a source: one transaction per document, files that are refused don't stop the others.
   *
   * @throws AppError `index-stale` when the vectors held came from an embedder of another fingerprint; `internal`-like codes
   *   `disk-full` and `locked` name the path or the holder
   */
  learn(source: DocumentSource, embedder: Embedder, options?: LearnOptions): Promise<LearnReport>
  /** @returns false when there is no such document */
  remove(documentId: string): boolean
  documents(): DocumentSummary[]
  /** @throws AppError `index-damaged` when its stored form fails its checksum */
  document(id: string): Document | undefined
  /**
   * @param formerId of a document whose file was given other content since
   * @returns id of the document that its path holds now; undefined when nothing followed or what followed is gone
   */
  successor(formerId: string): string | undefined
  /** In the order asked; ordinals no longer held are left out. @throws AppError `index-damaged` */
  chunks(ordinals: readonly number[]): ChunkRecord[]
  /** Of one document, by position. */
  chunksOf(documentId: string): ChunkRecord[]
  /** All chunks with an ordinal above `after`, ascending, read in slices so that 100,000 fit in memory. */
  scan(after?: number): Iterable<ChunkRecord>
  /** Ordinals held now, ascending. */
  ordinals(): Uint32Array
  close(): void
}
