// The process that parses one file: starts the thread, watches the memory, gives back one outcome and ends.
import { constants, setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Job, Outcome } from './messages.ts'

/** Milliseconds between two looks at the memory: a parser fills some hundred megabytes in that time. */
const WATCH_MS = 50

/** Share of the memory that JavaScript values may take; buffers and the program itself take the rest. */
const HEAP_SHARE = 0.6

const MEBIBYTE = 1024 * 1024

// Questions are answered before files are read.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
// Whoever asked is gone: nobody waits for the outcome.
process.once('disconnect', () => process.exit(1))
// Sent by fence.ts alone.
process.once('message', (job) => run(job as Job))

function run(job: Job): void {
  const worker = new Worker(new URL('./parser.js', import.meta.url), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: Math.round((job.maxMemory * HEAP_SHARE) / MEBIBYTE) },
  })
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() > job.maxMemory) give({ kind: 'out-of-memory' })
  }, WATCH_MS)
  worker.once('message', (outcome: Outcome) => give(outcome))
  worker.once('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    give(isMemory ? { kind: 'out-of-memory' } : { kind: 'failed', reason: error.message })
  })
  let isGiven = false
  function give(outcome: Outcome): void {
    if (isGiven) return
    isGiven = true
    clearInterval(watch)
    process.send?.(outcome, () => process.exit(0))
  }
}
