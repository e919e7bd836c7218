// What is stored, and what holds between the tables? The record of a collection, read and written row by row.
import type { Document } from '../document/document.ts'
import type { Refused } from '../faults/fault.ts'
import type { ChunkRecord, DocumentSummary } from './collection.ts'
import type { Database } from './database.ts'
import { decodeChunk, decodeJson, encodeChunk, encodeJson } from './encode.ts'
import { damaged } from './faults.ts'
import { SealedTable } from './sealed-table.ts'

export interface State {
  readonly changeNumber: number
  readonly nextOrdinal: number
  readonly nextFile: number
  readonly documents: number
  readonly chunks: number
  readonly sentences: number
  readonly files: number
  readonly formerDocuments: number
  readonly embedder?: { readonly fingerprint: string; readonly id: string; readonly dimension: number }
  readonly updatedAt?: string
}

export const EMPTY_STATE: State = {
  changeNumber: 0,
  nextOrdinal: 1,
  nextFile: 1,
  documents: 0,
  chunks: 0,
  sentences: 0,
  files: 0,
  formerDocuments: 0,
}

/** A document's row: what lists show, and where its chunks are: `chunks` ordinals from `firstOrdinal` on. */
export interface HeldDocument {
  readonly summary: DocumentSummary
  readonly firstOrdinal: number
  readonly sentences: number
  readonly chunkerVersion: string
}

/** What became of a path of the source when it was last read. */
export interface FileRow {
  readonly path: string
  /** Of the source, with the chunker's version before it. */
  readonly stamp: string
  /** Of its content; held under this path, or under another one when it is a duplicate. */
  readonly documentId?: string
  readonly refusal?: Refused
}

/** The only row of its table. */
export const STATE_ROW = 1

export class CollectionRecord {
  readonly #database: Database
  readonly #state: SealedTable
  readonly #files: SealedTable
  readonly #documents: SealedTable
  readonly #texts: SealedTable
  readonly #chunks: SealedTable
  /** Documents as of a change number: read again when another one is found. */
  #known: { readonly changeNumber: number; readonly documents: ReadonlyMap<string, HeldDocument> } | undefined

  constructor(database: Database) {
    this.#database = database
    this.#state = new SealedTable(database, 'state')
    this.#files = new SealedTable(database, 'files')
    this.#documents = new SealedTable(database, 'documents')
    this.#texts = new SealedTable(database, 'texts')
    this.#chunks = new SealedTable(database, 'chunks')
  }

  state(): State {
    const content = this.#state.get(STATE_ROW)
    if (content === undefined) throw damaged(this.#database.where, 'its state is missing')
    return decodeJson<State>(content)
  }

  /** By id, in the order they were learnt. */
  documents(): ReadonlyMap<string, HeldDocument> {
    return this.#database.read(() => {
      const { changeNumber, documents: expected } = this.state()
      if (this.#known?.changeNumber === changeNumber) return this.#known.documents
      const documents = new Map<string, HeldDocument>()
      for (const content of this.#documents.all().values()) {
        const held = decodeJson<HeldDocument>(content)
        documents.set(held.summary.id, held)
      }
      if (documents.size !== expected) {
        throw damaged(this.#database.where, `${expected} documents are recorded and ${documents.size} found`)
      }
      this.#known = { changeNumber, documents }
      return documents
    })
  }

  text(held: HeldDocument): Document {
    const content = this.#texts.get(held.firstOrdinal)
    if (content === undefined)
      throw damaged(this.#database.where, `the text of “${held.summary.path}” is missing`)
    return decodeJson<Document>(content)
  }

  /** Those found, by ordinal; one that is missing although a document claims it is damage. */
  chunks(ordinals: readonly number[]): Map<number, ChunkRecord> {
    return this.#database.read(() => {
      const records = new Map<number, ChunkRecord>()
      for (const [ordinal, content] of this.#chunks.getMany(ordinals)) {
        records.set(ordinal, decodeChunk(ordinal, content))
      }
      const missing = ordinals.find(
        (ordinal) => !records.has(ordinal) && this.#claimantOf(ordinal) !== undefined,
      )
      if (missing !== undefined) throw damaged(this.#database.where, `chunk ${missing} is missing`)
      return records
    })
  }

  /** Of one document, by position. */
  chunksOf({ firstOrdinal, summary }: HeldDocument): ChunkRecord[] {
    return [...this.chunks(Array.from({ length: summary.chunks }, (_, i) => firstOrdinal + i)).values()]
  }

  files(): Map<string, { readonly id: number; readonly row: FileRow }> {
    return this.#database.read(() => {
      const files = new Map<string, { id: number; row: FileRow }>()
      for (const [id, content] of this.#files.all()) {
        const row = decodeJson<FileRow>(content)
        files.set(row.path, { id, row })
      }
      const { files: expected } = this.state()
      if (files.size !== expected) {
        throw damaged(this.#database.where, `${expected} files are recorded and ${files.size} found`)
      }
      return files
    })
  }

  // Below: only inside Database.write.

  putState(state: State): void {
    this.#state.put(STATE_ROW, encodeJson(state))
  }

  putDocument(held: HeldDocument, document: Document): void {
    this.#documents.put(held.firstOrdinal, encodeJson(held))
    this.#texts.put(held.firstOrdinal, encodeJson(document))
  }

  putChunk(record: ChunkRecord): void {
    this.#chunks.put(record.ordinal, encodeChunk(record))
  }

  deleteDocument(held: HeldDocument): void {
    this.#documents.delete(held.firstOrdinal)
    this.#texts.delete(held.firstOrdinal)
    this.#chunks.delete(held.firstOrdinal, held.summary.chunks)
  }

  putFile(id: number, row: FileRow): void {
    this.#files.put(id, encodeJson(row))
  }

  deleteFile(id: number): void {
    this.#files.delete(id)
  }

  #claimantOf(ordinal: number): HeldDocument | undefined {
    for (const held of this.documents().values()) {
      if (ordinal >= held.firstOrdinal && ordinal < held.firstOrdinal + held.summary.chunks) return held
    }
    return undefined
  }
}
