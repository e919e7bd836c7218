// How is a folder kept learnt? One learning at a time, another one when something changed meanwhile, and no error ends it.
import type { LearnReport } from '../collection/collection.ts'
import { AppError } from '../errors.ts'
import { type Watching, watchFolder } from './watch-folder.ts'

export interface KeepLearningOptions {
  /** Brings what is held in step with the folder. Its signal fires when nobody wants it any more. */
  readonly learn: (signal: AbortSignal) => Promise<LearnReport>
  /** Of every learning that changed something. */
  readonly onLearnt: (report: LearnReport) => void
  readonly onError: (error: unknown) => void
}

/** Another process, or an upload, is learning: it has mostly finished by then. */
const RETRY_MS = 1_000

/** @throws AppError `bad-input` when there is no such folder */
export async function keepLearning(folder: string, options: KeepLearningOptions): Promise<Watching> {
  const { learn, onLearnt, onError } = options
  const stop = new AbortController()
  let isWanted = false
  let running: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  /** What lasts is said once, not at every look. */
  let told: string | undefined

  const run = async () => {
    while (isWanted && !stop.signal.aborted) {
      isWanted = false
      try {
        const report = await learn(stop.signal)
        told = undefined
        if (report.changed) onLearnt(report)
      } catch (error) {
        if (stop.signal.aborted) return
        if (error instanceof AppError && error.code === 'locked') retry = setTimeout(want, RETRY_MS)
        else if (String(error) !== told) onError(error)
        told = String(error)
      }
    }
  }
  const want = () => {
    clearTimeout(retry)
    isWanted = true
    running ??= run().finally(() => {
      running = undefined
    })
  }

  const watching = await watchFolder(folder, { onChange: want, onError })
  // Whatever changed before the watching began.
  want()
  return {
    async close() {
      stop.abort()
      clearTimeout(retry)
      await watching.close()
      await running
    },
  }
}
