// May a question be asked yet? Waits a while for the first learning, then says how far it is.
import { setTimeout as delay } from 'node:timers/promises'
import { AppError } from '../errors.ts'
import type { McpParts } from './parts.ts'

/** Half of what clients commonly wait for an answer. */
const PATIENCE_MS = 30_000

/** @throws AppError `index-missing` while the reports are still being learnt; the signal's reason */
export async function untilReady(
  { service, prepared }: McpParts,
  signal: AbortSignal,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  if (prepared !== undefined && !service.status().ready) await waitFor(prepared, signal, patienceMs)
  const { ready, learning } = service.status()
  if (ready || learning === undefined || learning.done) return
  const { filesDone, files, chunksDone, chunks } = learning
  throw new AppError(
    'index-missing',
    `The reports are still being learnt: ${filesDone} of ${files} files, ${chunksDone} of ${chunks} chunks.`,
    { hint: 'Ask again in a minute. 报告仍在学习中，请稍后再问。' },
  )
}

async function waitFor(event: Promise<void>, signal: AbortSignal, patienceMs: number): Promise<void> {
  const enough = new AbortController()
  const waiting = AbortSignal.any([signal, enough.signal])
  try {
    await Promise.race([event, delay(patienceMs, undefined, { signal: waiting })])
  } finally {
    enough.abort()
  }
}
