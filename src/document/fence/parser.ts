// The thread that parses one file, inside a process of its own; what it eats is watched from the process's main thread.
import { parentPort, workerData } from 'node:worker_threads'
import { AppError } from '../../errors.ts'
import { explainUnfenced } from '../read.ts'
import type { Job, Outcome } from './messages.ts'

async function parse(): Promise<Outcome> {
  // Made by child.ts of this folder, from the message that fence.ts sent.
  const { bytes, options } = workerData as Job
  try {
    return { kind: 'read', explained: await explainUnfenced(bytes, options) }
  } catch (error) {
    if (!(error instanceof AppError))
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    const { code, message, hint, fault } = error
    return { kind: 'refused', code, message, ...(hint !== undefined && { hint }), ...(fault && { fault }) }
  }
}

parentPort?.postMessage(await parse())
