// How does the record follow its source? Read what changed, cut it, embed it together, commit it document by document.
import { setImmediate } from 'node:timers/promises'
import { CHUNKER_VERSION, chunkDocument } from '../chunk/split.ts'
import type { Document } from '../document/document.ts'
import type { Embedder } from '../embed/embedder.ts'
import { AppError } from '../errors.ts'
import { refusedBy } from '../faults/fault.ts'
import { orAborted } from '../or-aborted.ts'
import type { FileOutcome, LearnOptions, SourceItem } from './collection.ts'
import { type Plan, stampOf } from './plan.ts'
import type { CollectionRecord } from './record.ts'
import type { LearningReporter } from './reporter.ts'
import { type ChunkVectors, completeVectors, type PreparedChunk, prepareChunks } from './vectors.ts'
import type { RecordWriter } from './writer.ts'

/**
 * Chunks embedded in one call: enough for full batches of like length, few enough that a crash costs some seconds and that
 * the vectors waiting to be written take some megabytes.
 */
const GROUP_CHUNKS = 256

interface Prepared {
  readonly item: SourceItem
  readonly document: Document
  readonly chunks: readonly PreparedChunk[]
}

/** One run over a source; the caller holds the lock and has made the plan under it. */
export class Learning {
  readonly #reporter: LearningReporter
  readonly #record: CollectionRecord
  readonly #writer: RecordWriter
  readonly #embedder: Embedder
  readonly #options: LearnOptions
  readonly #isOffered: (path: string) => boolean
  readonly #giveWay: () => Promise<void>
  #group: Prepared[] = []

  constructor(
    record: CollectionRecord,
    writer: RecordWriter,
    embedder: Embedder,
    options: LearnOptions,
    isOffered: (path: string) => boolean,
    reporter: LearningReporter,
  ) {
    this.#record = record
    this.#writer = writer
    this.#embedder = embedder
    this.#options = options
    this.#isOffered = isOffered
    this.#giveWay = options.giveWay ?? (() => setImmediate())
    this.#reporter = reporter
  }

  async run(plan: Plan): Promise<void> {
    this.#reporter.begin(plan)
    for (const item of plan.toRead) {
      this.#options.signal?.throwIfAborted()
      await this.#giveWay()
      const document = await this.#read(item)
      if (document !== undefined) this.#take(item, document)
      if (countNew(this.#group) >= GROUP_CHUNKS) await this.#commitGroup()
    }
    await this.#commitGroup()
    await this.#releaseOrphans()
    if (this.#writer.settle(plan.gone.map(({ path }) => path))) this.#reporter.wrote()
  }

  async #read(item: SourceItem): Promise<Document | undefined> {
    try {
      // It may take half a minute; whoever stops the learning isn't kept waiting for it.
      return await orAborted(item.read(), this.#options.signal)
    } catch (error) {
      this.#options.signal?.throwIfAborted()
      if (!(error instanceof AppError && error.code === 'bad-input')) {
        // Not the file's fault for all we know (too many open files, a bug): tried again at the next run.
        const reason = error instanceof Error ? error.message : String(error)
        this.#reporter.outcome({ kind: 'refused', path: item.path, reason })
        return undefined
      }
      const refusal = refusedBy(error)
      this.#writer.rows.note({ path: item.path, stamp: stampOf(item), refusal })
      this.#reporter.outcome({ kind: 'refused', path: item.path, ...refusal })
      return undefined
    }
  }

  /** Settles a document that is held already; puts any other into the group. */
  #take(item: SourceItem, document: Document): void {
    const kind = this.#kindOf(item, document)
    if (kind === 'new') {
      const before = this.#writer.heldAt(item.path) ?? this.#writer.documents.get(document.id)
      const chunks = prepareChunks(
        chunkDocument(document),
        before === undefined ? [] : this.#record.chunksOf(before),
      )
      this.#group.push({ item, document, chunks })
      return
    }
    const row = { path: item.path, stamp: stampOf(item), documentId: document.id }
    const held = this.#writer.documents.get(document.id)
    if (kind === 'renamed' && held !== undefined) {
      this.#writer.move(held, row)
      this.#reporter.wrote()
    } else this.#writer.rows.note(row)
    this.#reporter.outcome({ kind, path: item.path, documentId: document.id })
  }

  #kindOf(item: SourceItem, document: Document): 'new' | 'unchanged' | 'duplicate' | 'renamed' {
    if (this.#group.some((waiting) => waiting.document.id === document.id)) return 'duplicate'
    const held = this.#writer.documents.get(document.id)
    if (held === undefined || held.chunkerVersion !== CHUNKER_VERSION) return 'new'
    if (held.summary.path === item.path) return 'unchanged'
    if (this.#isOffered(held.summary.path)) return 'duplicate'
    // A title that was taken from the file's name stands in every header.
    return held.summary.title === document.title ? 'renamed' : 'new'
  }

  async #commitGroup(): Promise<void> {
    const group = this.#group
    this.#group = []
    if (group.length === 0) return
    const { signal } = this.#options
    const vectors = await completeVectors(
      group.flatMap(({ chunks }) => chunks),
      this.#embedder,
      {
        ...(signal && { signal }),
        giveWay: this.#giveWay,
        onProgress: (done) => this.#reporter.embedding(done, countNew(group), group.length),
      },
    )
    this.#reporter.embedded(countNew(group))
    let next = 0
    for (const prepared of group) {
      // A commit takes this thread until the disk has it: questions are answered between two of them.
      await this.#giveWay()
      const own = vectors.slice(next, next + prepared.chunks.length)
      next += prepared.chunks.length
      this.#reporter.outcome(this.#commit(prepared, own))
    }
  }

  #commit({ item, document, chunks }: Prepared, vectors: readonly (ChunkVectors | string)[]): FileOutcome {
    const fault = vectors.find((of) => typeof of === 'string')
    if (fault !== undefined) {
      const reason = `“${item.path}” can’t be learnt: the embedder ${this.#embedder.id} gave ${fault}.`
      return {
        kind: 'refused',
        path: item.path,
        reason,
        hint: 'Check the model; the file is tried again at the next run.',
      }
    }
    const replaces = this.#writer.heldAt(item.path) ?? this.#writer.documents.get(document.id)
    this.#writer.add(
      {
        document,
        chunks: chunks.map(({ chunk }) => chunk),
        vectors: vectors.filter((of) => typeof of !== 'string'),
        row: { path: item.path, stamp: stampOf(item), documentId: document.id },
      },
      this.#embedder,
    )
    this.#reporter.wrote()
    return {
      kind: replaces === undefined ? 'added' : 'replaced',
      path: item.path,
      documentId: document.id,
      chunks: chunks.length,
      embedded: chunks.filter(({ held }) => held === undefined).length,
    }
  }

  async #releaseOrphans(): Promise<void> {
    for (const held of this.#writer.orphans()) {
      await this.#giveWay()
      const { path, id } = held.summary
      const heir = this.#writer.release(held)
      this.#reporter.wrote()
      this.#reporter.outcome(
        heir === undefined
          ? { kind: 'removed', path, documentId: id }
          : { kind: 'renamed', path: heir, documentId: id },
      )
    }
  }
}

function countNew(group: readonly Prepared[]): number {
  return group.reduce((sum, { chunks }) => sum + chunks.filter(({ held }) => held === undefined).length, 0)
}
