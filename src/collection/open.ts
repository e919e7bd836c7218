// How is a collection opened? The record, its writer's lock and its learning behind the interface of the room.
import type { Document } from '../document/document.ts'
import type { Embedder } from '../embed/embedder.ts'
import { AppError } from '../errors.ts'
import {
  type ChunkRecord,
  type Collection,
  type CollectionStatus,
  type DocumentSource,
  type DocumentSummary,
  type LearnOptions,
  type LearnReport,
  mayRemove,
  type SourceItem,
} from './collection.ts'
import type { AtStep, Database } from './database.ts'
import { FormerIds } from './former-ids.ts'
import { Learning } from './learn.ts'
import { acquireLock } from './lock.ts'
import { listItems, type Plan, planLearning, refuseOtherEmbedder } from './plan.ts'
import { CollectionRecord } from './record.ts'
import { LearningReporter } from './reporter.ts'
import { IN_MEMORY, openDatabase } from './schema.ts'
import { RecordWriter } from './writer.ts'

export interface CollectionOptions {
  /** Where the record lies, or `:memory:`. Made when it isn't there. */
  readonly folder: string
  /** Called before every write; for tests that end the process there. */
  readonly atStep?: AtStep
}

/** Chunks read at once by a scan: some megabytes. */
const SCAN_SLICE = 512

/** @throws AppError `index-damaged` | `index-stale` | `disk-full` | `internal` when the record can't be opened */
export function openCollection({ folder, atStep = () => undefined }: CollectionOptions): Collection {
  return new SqliteCollection(folder, openDatabase(folder, atStep))
}

class SqliteCollection implements Collection {
  readonly #folder: string
  readonly #database: Database
  readonly #record: CollectionRecord
  /** In memory there is no file to lock. */
  #isWriting = false

  constructor(folder: string, database: Database) {
    this.#folder = folder
    this.#database = database
    this.#record = new CollectionRecord(database)
  }

  status(): CollectionStatus {
    const { documents, chunks, sentences, changeNumber, embedder, updatedAt } = this.#record.state()
    return {
      documents,
      chunks,
      sentences,
      changeNumber,
      ...(embedder && {
        fingerprint: embedder.fingerprint,
        embedderId: embedder.id,
        dimension: embedder.dimension,
      }),
      ...(updatedAt !== undefined && { updatedAt }),
      bytes: this.#database.bytes(),
    }
  }

  async learn(source: DocumentSource, embedder: Embedder, options: LearnOptions = {}): Promise<LearnReport> {
    const reporter = new LearningReporter(options.onProgress)
    const items = await listItems(source, options)
    const plan = this.#plan(items, embedder, options)
    if (plan.toRead.length === 0 && plan.gone.length === 0) {
      reporter.begin(plan)
      return reporter.report()
    }
    return this.#writing(async () => {
      const offered = new Set(items.map(({ path }) => path))
      const isOffered = (path: string) => offered.has(path) || !mayRemove(options, path)
      const writer = new RecordWriter(this.#database, this.#record, isOffered)
      // Made again: another process may have learnt before the lock was ours.
      await new Learning(this.#record, writer, embedder, options, isOffered, reporter).run(
        this.#plan(items, embedder, options),
      )
      return reporter.report()
    })
  }

  remove(documentId: string): boolean {
    const lock = this.#lock()
    try {
      const held = this.#record.documents().get(documentId)
      if (held === undefined) return false
      new RecordWriter(this.#database, this.#record, () => true).remove(held)
      return true
    } finally {
      lock.release()
    }
  }

  documents(): DocumentSummary[] {
    return [...this.#record.documents().values()].map(({ summary }) => summary)
  }

  document(id: string): Document | undefined {
    return this.#database.read(() => {
      const held = this.#record.documents().get(id)
      return held && this.#record.text(held)
    })
  }

  successor(formerId: string): string | undefined {
    return this.#database.read(() => {
      const former = new FormerIds(this.#database, this.#record.state().formerDocuments)
      const path = former.pathOf(formerId)
      return this.documents().find((summary) => summary.path === path)?.id
    })
  }

  chunks(ordinals: readonly number[]): ChunkRecord[] {
    const records = this.#record.chunks(ordinals)
    return ordinals.flatMap((ordinal) => records.get(ordinal) ?? [])
  }

  chunksOf(documentId: string): ChunkRecord[] {
    return this.#database.read(() => {
      const held = this.#record.documents().get(documentId)
      return held === undefined ? [] : this.#record.chunksOf(held)
    })
  }

  *scan(after = 0): Iterable<ChunkRecord> {
    const ordinals = this.ordinals().filter((ordinal) => ordinal > after)
    for (let from = 0; from < ordinals.length; from += SCAN_SLICE) {
      yield* this.chunks([...ordinals.subarray(from, from + SCAN_SLICE)])
    }
  }

  ordinals(): Uint32Array {
    const held = [...this.#record.documents().values()]
    const ordinals = held.flatMap(({ firstOrdinal, summary }) =>
      Array.from({ length: summary.chunks }, (_, i) => firstOrdinal + i),
    )
    return Uint32Array.from(ordinals)
  }

  close(): void {
    this.#database.close()
  }

  /** @throws AppError `index-stale` before anything is read when the vectors held are of another embedder */
  #plan(items: readonly SourceItem[], embedder: Embedder, options: LearnOptions): Plan {
    return this.#database.read(() => {
      refuseOtherEmbedder(this.#record.state(), embedder)
      const rows = [...this.#record.files().values()].map(({ row }) => row)
      return planLearning(items, rows, this.#record.documents(), (path) => mayRemove(options, path))
    })
  }

  async #writing<T>(work: () => Promise<T>): Promise<T> {
    const lock = this.#lock()
    try {
      const result = await work()
      // So that the next run finds it all in one file and needs to write nothing.
      this.#database.emptyLog()
      return result
    } finally {
      lock.release()
    }
  }

  #lock(): { release(): void } {
    if (this.#isWriting) throw new AppError('locked', 'The collection is being changed by this process.')
    const lock = this.#folder === IN_MEMORY ? undefined : acquireLock(this.#folder)
    this.#isWriting = true
    return {
      release: () => {
        this.#isWriting = false
        lock?.release()
      },
    }
  }
}
