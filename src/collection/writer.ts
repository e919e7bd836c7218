// How does what we hold change? One transaction a document; only the holder of the lock has a writer.
import type { Chunk } from '../chunk/chunk.ts'
import { CHUNKER_VERSION } from '../chunk/split.ts'
import type { Document } from '../document/document.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Database } from './database.ts'
import { FileRows } from './file-rows.ts'
import { FormerIds } from './former-ids.ts'
import type { CollectionRecord, FileRow, HeldDocument, State } from './record.ts'
import { summaryOf } from './summary.ts'
import type { ChunkVectors } from './vectors.ts'

export interface LearntDocument {
  readonly document: Document
  readonly chunks: readonly Chunk[]
  /** Of the chunks, in their order. */
  readonly vectors: readonly ChunkVectors[]
  readonly row: FileRow
}

/** Keeps what is held in memory beside the record; after a failed write it is of no more use. */
export class RecordWriter {
  readonly rows: FileRows
  readonly #database: Database
  readonly #record: CollectionRecord
  readonly #isOffered: (path: string) => boolean
  readonly #documents: Map<string, HeldDocument>
  readonly #idsByPath = new Map<string, string>()
  readonly #former: FormerIds
  #state: State

  /** @param isOffered whether the source still has a path; a document moves only to such a one */
  constructor(database: Database, record: CollectionRecord, isOffered: (path: string) => boolean) {
    this.#database = database
    this.#record = record
    this.#isOffered = isOffered
    this.#state = record.state()
    this.rows = new FileRows(record, this.#state.nextFile)
    this.#documents = new Map(record.documents())
    this.#former = new FormerIds(database, this.#state.formerDocuments)
    for (const { summary } of this.#documents.values()) this.#idsByPath.set(summary.path, summary.id)
  }

  get documents(): ReadonlyMap<string, HeldDocument> {
    return this.#documents
  }

  heldAt(path: string): HeldDocument | undefined {
    return this.#documents.get(this.#idsByPath.get(path) ?? '')
  }

  /** Documents whose path now holds something else, or nothing. */
  orphans(): HeldDocument[] {
    return [...this.#documents.values()].filter(
      ({ summary: { path, id } }) => this.rows.get(path)?.documentId !== id || !this.#isOffered(path),
    )
  }

  /** Adds a document in place of what its path held and of another version of itself. */
  add({ document, chunks, vectors, row }: LearntDocument, embedder: Embedder): void {
    this.#commit(() => {
      this.rows.note(row)
      this.rows.write(row.path)
      const atPath = this.heldAt(row.path)
      const sameId = this.#documents.get(document.id)
      if (sameId !== undefined) {
        this.#former.follow(sameId.summary.path, row.path)
        this.#delete(sameId)
      }
      if (atPath !== undefined && atPath !== sameId && this.#moveOrDelete(atPath) === undefined)
        this.#former.note(atPath)
      const firstOrdinal = this.#state.nextOrdinal
      for (const [index, chunk] of chunks.entries()) {
        const of = vectors[index]
        if (of !== undefined) this.#record.putChunk({ ordinal: firstOrdinal + index, chunk, ...of })
      }
      const sentences = chunks.reduce((sum, chunk) => sum + chunk.sentences.length, 0)
      const summary = summaryOf(document, chunks.length)
      this.#put({ summary, firstOrdinal, sentences, chunkerVersion: CHUNKER_VERSION }, document)
      this.#count(chunks.length, sentences)
      const { fingerprint, id, dimension } = embedder
      // A document without a chunk takes a number too: its row is found by it.
      const nextOrdinal = firstOrdinal + Math.max(1, chunks.length)
      this.#state = { ...this.#state, nextOrdinal, embedder: { fingerprint, id, dimension } }
    })
  }

  /** Only the path is another one. */
  move(held: HeldDocument, row: FileRow): void {
    this.#commit(() => {
      this.rows.note(row)
      this.rows.write(row.path)
      this.#move(held, row.path)
    })
  }

  /** Moves a document to another offered path that has the same content, or removes it. @returns the new path */
  release(held: HeldDocument): string | undefined {
    return this.#commit(() => this.#moveOrDelete(held))
  }

  /** Removes a document and forgets every path that held it, so that it is learnt again where it is still offered. */
  remove(held: HeldDocument): void {
    this.#commit(() => {
      this.#delete(held)
      for (const path of this.rows.pathsOf(held.summary.id)) this.rows.forget(path)
    })
  }

  /** Writes what was noted and forgets paths that are gone. @returns whether there was anything to write */
  settle(gone: readonly string[]): boolean {
    const known = gone.filter((path) => this.rows.get(path) !== undefined)
    if (known.length === 0 && !this.rows.hasUnwritten()) return false
    this.#database.write(() => {
      for (const path of known) this.rows.forget(path)
      this.rows.writeAll()
      this.#writeState({})
    })
    return true
  }

  #commit<T>(work: () => T): T {
    return this.#database.write(() => {
      const result = work()
      this.#writeState({ changeNumber: this.#state.changeNumber + 1, updatedAt: new Date().toISOString() })
      return result
    })
  }

  #writeState(change: Partial<State>): void {
    const counts = {
      ...this.rows.counts,
      documents: this.#documents.size,
      formerDocuments: this.#former.count,
    }
    this.#state = { ...this.#state, ...counts, ...change }
    this.#record.putState(this.#state)
  }

  #moveOrDelete(held: HeldDocument): string | undefined {
    const heir = this.rows
      .pathsOf(held.summary.id)
      .find((path) => path !== held.summary.path && this.#isOffered(path))
    if (heir === undefined) this.#delete(held)
    else this.#move(held, heir)
    return heir
  }

  #move(held: HeldDocument, path: string): void {
    const document = { ...this.#record.text(held), path }
    this.#forgetPath(held)
    this.#former.follow(held.summary.path, path)
    this.#put({ ...held, summary: { ...held.summary, path } }, document)
  }

  #delete(held: HeldDocument): void {
    this.#record.deleteDocument(held)
    this.#documents.delete(held.summary.id)
    this.#forgetPath(held)
    this.#count(-held.summary.chunks, -held.sentences)
  }

  #forgetPath({ summary }: HeldDocument): void {
    if (this.#idsByPath.get(summary.path) === summary.id) this.#idsByPath.delete(summary.path)
  }

  #put(held: HeldDocument, document: Document): void {
    this.#record.putDocument(held, document)
    this.#documents.set(document.id, held)
    this.#idsByPath.set(held.summary.path, document.id)
  }

  #count(chunks: number, sentences: number): void {
    const { chunks: before, sentences: sentencesBefore } = this.#state
    this.#state = { ...this.#state, chunks: before + chunks, sentences: sentencesBefore + sentences }
  }
}
