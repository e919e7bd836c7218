// What does the caller hear of a learning? Progress while it runs, one outcome a path at its end.
import type { FileOutcome, LearnProgress, LearnReport } from './collection.ts'
import type { Plan } from './plan.ts'

export class LearningReporter {
  readonly #onProgress: (progress: LearnProgress) => void
  readonly #startedMs = performance.now()
  /** By path and by what happened to it: a path may lose one document and be refused for its new content. */
  readonly #outcomes = new Map<string, FileOutcome>()
  #files = 0
  #filesDone = 0
  #chunksDone = 0
  #changed = false

  constructor(onProgress: ((progress: LearnProgress) => void) | undefined) {
    this.#onProgress = onProgress ?? (() => undefined)
  }

  begin({ settled, toRead }: Pick<Plan, 'settled' | 'toRead'>): void {
    for (const outcome of settled) this.outcome(outcome)
    this.#files = toRead.length
    this.#filesDone = 0
  }

  outcome(outcome: FileOutcome): void {
    this.#filesDone += 1
    this.#outcomes.set(`${outcome.kind === 'removed' ? 'removed' : 'offered'} ${outcome.path}`, outcome)
    this.#onProgress({ kind: 'file', outcome })
  }

  /**
   * @param chunksDone of the group that is being embedded
   * @param groupFiles files in it; how many chunks the files not read yet have is guessed from those that were
   */
  embedding(chunksDone: number, groupChunks: number, groupFiles: number): void {
    const read = this.#filesDone + groupFiles
    const known = this.#chunksDone + groupChunks
    this.#onProgress({
      kind: 'embedding',
      filesDone: this.#filesDone,
      files: this.#files,
      chunksDone: this.#chunksDone + chunksDone,
      chunks: Math.round((known / read) * Math.max(this.#files, read)),
    })
  }

  embedded(groupChunks: number): void {
    this.#chunksDone += groupChunks
  }

  wrote(): void {
    this.#changed = true
  }

  report(): LearnReport {
    return {
      outcomes: [...this.#outcomes.values()],
      chunksEmbedded: this.#chunksDone,
      changed: this.#changed,
      elapsedMs: performance.now() - this.#startedMs,
    }
  }
}
