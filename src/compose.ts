// How do the parts come together? The only place that opens and wires them; doors get what is made here.
import type {
  Collection,
  CollectionStatus,
  DocumentSummary,
  LearnOptions,
  LearnReport,
} from './collection/collection.ts'
import { folderSource } from './collection/folder-source.ts'
import { openCollection } from './collection/open.ts'
import type { Config } from './config.ts'
import type { Document } from './document/document.ts'
import type { Embedder } from './embed/embedder.ts'
import { openEmbedder } from './embed/open.ts'
import {
  afterProgress,
  LEARNING_BEGINS,
  type LearningStatus,
  learntFolder,
  markLearntFolder,
} from './learning.ts'
import type { Searcher, SearcherStatus, SearchOptions, SearchResult } from './search/passage.ts'
import { openSearcher } from './search/searcher.ts'

/** What a door asks of the program: no file, no model, no row is visible here. */
export interface Service {
  /** @throws what `Searcher.search` throws; `model-unavailable` when the model can't be opened */
  search(question: string, options?: SearchOptions): Promise<SearchResult>
  documents(): DocumentSummary[]
  document(id: string): Document | undefined
  /** Never opens a model. */
  status(): ServiceStatus
}

export interface ServiceStatus {
  /** Questions can be answered now, without waiting for a model or a first learning. */
  readonly ready: boolean
  readonly collection: CollectionStatus
  readonly embedder: { readonly id: string; readonly dimension: number } | undefined
  readonly search: SearcherStatus | undefined
  /** Of the last or present learning in this process. */
  readonly learning: LearningStatus | undefined
}

export interface Parts extends Service {
  readonly config: Config
  readonly collection: Collection
  /** Opened at the first call, then shared; a failure is forgotten, so that the next call tries again. */
  embedder(): Promise<Embedder>
  /** As `embedder`; opens the embedder too. */
  searcher(): Promise<Searcher>
  /** Brings the collection in step with a folder and lets the open searcher know. */
  learn(folder: string, options?: LearnOptions): Promise<LearnReport>
  /** Makes the service ready: learns the configured corpus when nothing is held or it is what is held, and opens the search. */
  prepare(options?: LearnOptions): Promise<void>
  close(): Promise<void>
}

/** An empty collection in memory with its searcher: for evaluation and tests. */
export interface MemoryParts {
  readonly collection: Collection
  readonly embedder: Embedder
  readonly searcher: Searcher
  /** Leaves the embedder open: it was handed in. */
  close(): Promise<void>
}

/** @throws AppError `index-damaged` | `locked` | `bad-input` when the record can't be opened */
export async function openParts(config: Config): Promise<Parts> {
  const collection = openCollection({ folder: config.indexFolder })
  const embedder = lazily(() => openEmbedder(config.embedder))
  const searcher = lazily(async () =>
    openSearcher({ collection, embedder: await embedder.get(), folder: config.indexFolder }),
  )
  let learning: LearningStatus | undefined

  const learn = async (folder: string, options: LearnOptions = {}): Promise<LearnReport> => {
    learning = LEARNING_BEGINS
    try {
      markLearntFolder(config.indexFolder, folder)
      const report = await collection.learn(folderSource(folder), await embedder.get(), {
        ...options,
        onProgress(progress) {
          learning = afterProgress(learning ?? LEARNING_BEGINS, progress)
          options.onProgress?.(progress)
        },
      })
      await searcher.opened()?.refresh()
      return report
    } finally {
      learning = { ...learning, done: true }
    }
  }

  return {
    config,
    collection,
    embedder: embedder.get,
    searcher: searcher.get,
    learn,
    search: async (question, options) => (await searcher.get()).search(question, options),
    documents: () => collection.documents(),
    document: (id) => collection.document(id),
    status() {
      const model = embedder.opened()
      const search = searcher.opened()?.status()
      return {
        ready: search !== undefined && search.chunks > 0,
        collection: collection.status(),
        embedder: model && { id: model.id, dimension: model.dimension },
        search,
        learning,
      }
    },
    async prepare(options) {
      const isHeld = collection.status().documents > 0
      if (isHeld) await searcher.get()
      const isOther = learntFolder(config.indexFolder) !== config.corpusFolder
      // Learning the default corpus over reports that were learnt on purpose would remove them.
      if (!(isHeld && isOther && config.corpusIsDefault)) await learn(config.corpusFolder, options)
      await searcher.get()
    },
    async close() {
      await searcher.close()
      await embedder.close()
      collection.close()
    },
  }
}

export async function openMemoryParts(embedder: Embedder): Promise<MemoryParts> {
  const collection = openCollection({ folder: ':memory:' })
  const searcher = await openSearcher({ collection, embedder })
  return {
    collection,
    embedder,
    searcher,
    async close() {
      await searcher.close()
      collection.close()
    },
  }
}

interface Lazy<T> {
  get(): Promise<T>
  /** Undefined while it isn't open. */
  opened(): T | undefined
  close(): Promise<void>
}

function lazily<T extends { close(): Promise<void> }>(open: () => Promise<T>): Lazy<T> {
  let opening: Promise<T> | undefined
  let value: T | undefined
  const start = async () => {
    try {
      value = await open()
      return value
    } catch (error) {
      opening = undefined
      throw error
    }
  }
  return {
    get() {
      opening ??= start()
      return opening
    },
    opened: () => value,
    async close() {
      await opening?.catch(() => undefined)
      await value?.close()
      value = undefined
      opening = undefined
    },
  }
}
