// How is anything learnt? A folder with the uploads beside it, or the uploads alone; one after the other.
import type { Collection, DocumentSource, LearnOptions, LearnReport } from './collection/collection.ts'
import { storageFault } from './collection/faults.ts'
import { folderSource } from './collection/folder-source.ts'
import type { Fence } from './document/fence/fence.ts'
import type { Embedder } from './embed/embedder.ts'
import { type InTurn, oneAtATime } from './in-turn.ts'
import type { Lazy } from './lazily.ts'
import { afterProgress, LEARNING_BEGINS, type LearningStatus, markLearntFolder } from './learning.ts'
import type { Searcher } from './search/passage.ts'
import type { Originals } from './uploads/originals.ts'
import { besideUploads, isUploadPath, uploadsSource } from './uploads/source.ts'

export interface LearnerParts {
  readonly collection: Collection
  readonly originals: Originals
  readonly fence: Fence
  readonly embedder: Lazy<Embedder>
  readonly searcher: Lazy<Searcher>
  readonly indexFolder: string
  /** Awaited before every slice of work. */
  readonly giveWay: () => Promise<void>
}

/** `onBegin` is called when it is this learning's turn, before anything is listed. */
export type LearnInTurnOptions = LearnOptions & { readonly onBegin?: () => void }

export class Learner {
  readonly #parts: LearnerParts
  readonly #inTurn: InTurn = oneAtATime()
  #status: LearningStatus | undefined

  constructor(parts: LearnerParts) {
    this.#parts = parts
  }

  /** Of the last or present learning. */
  get status(): LearningStatus | undefined {
    return this.#status
  }

  folder(folder: string, options: LearnOptions = {}): Promise<LearnReport> {
    const { originals, fence, indexFolder } = this.#parts
    let isMarked = false
    return this.#learn(besideUploads(folderSource(folder, fence), uploadsSource(originals, fence)), {
      ...options,
      onProgress(progress) {
        // Not earlier: a folder that can't be read, or a lock held by another, changes nothing.
        if (!isMarked) mark(indexFolder, folder)
        isMarked = true
        options.onProgress?.(progress)
      },
    })
  }

  /** Leaves what was learnt from a folder as it is. */
  async uploads(options: LearnInTurnOptions = {}): Promise<void> {
    const { collection, originals, fence, searcher } = this.#parts
    await this.#learn(uploadsSource(originals, fence), { ...options, removeMissing: isUploadPath })
    if (collection.status().documents > 0) await searcher.get()
  }

  #learn(source: DocumentSource, { onBegin, ...options }: LearnInTurnOptions): Promise<LearnReport> {
    const { collection, embedder, searcher, giveWay } = this.#parts
    return this.#inTurn(async () => {
      onBegin?.()
      this.#status = LEARNING_BEGINS
      try {
        const model = await embedder.get()
        const report = await collection.learn(source, model.background ?? model, {
          ...options,
          giveWay,
          onProgress: (progress) => {
            this.#status = afterProgress(this.#status ?? LEARNING_BEGINS, progress)
            options.onProgress?.(progress)
          },
        })
        await searcher.opened()?.refresh()
        return report
      } finally {
        this.#status = { ...this.#status, done: true }
      }
    })
  }
}

/** @throws AppError `disk-full` */
function mark(indexFolder: string, folder: string): void {
  try {
    markLearntFolder(indexFolder, folder)
  } catch (error) {
    throw storageFault(error, indexFolder)
  }
}
