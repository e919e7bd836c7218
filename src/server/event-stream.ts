// How are events sent while work goes on? Server-sent events that proxies pass on at once, ending when the reader leaves.
import { setImmediate } from 'node:timers/promises'
import type { Context } from 'hono'
import { stream } from 'hono/streaming'
import type { AppEnvironment } from './app-environment.ts'
import { requestSignal } from './ending.ts'

/** Sends one event; waits while the reader is slower than the work. */
export type SendEvent = (event: string, data: unknown) => Promise<void>

/** A comment after so long without anything else: proxies commonly cut a connection that is silent for 30 to 60 s. */
const KEEP_ALIVE_MS = 15_000

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // A proxy that compresses or stores would hold events back.
  'Cache-Control': 'no-store, no-transform',
  // Makes nginx pass every event on at once.
  'X-Accel-Buffering': 'no',
}

/**
 * Answers with the events that `work` sends. The request counts as running until the work has ended.
 *
 * @param work must not throw; its signal fires when the reader has left or the service ends: `isAskerGone` tells which
 */
export function eventStream(
  c: Context<AppEnvironment>,
  work: (send: SendEvent, signal: AbortSignal) => Promise<void>,
): Response {
  return blockStream(c, (write, signal) =>
    // JSON holds no line break, so it is one line of data whatever was said.
    work((event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`), signal),
  )
}

/**
 * As `eventStream`, for doors that write an event their own way.
 *
 * @param work hands over events whole, each with the empty line at its end
 */
export function blockStream(
  c: Context<AppEnvironment>,
  work: (write: (block: string) => Promise<void>, signal: AbortSignal) => Promise<void>,
): Response {
  for (const [name, value] of Object.entries(HEADERS)) c.header(name, value)
  const gone = new AbortController()
  const signal = AbortSignal.any([gone.signal, requestSignal(c)])
  let ended = () => {}
  c.set(
    'workEnds',
    new Promise<void>((resolve) => {
      ended = resolve
    }),
  )
  return stream(c, async (output) => {
    output.onAbort(() => gone.abort())
    const keepAlive = setInterval(() => void output.write(': keep-alive\n\n'), KEEP_ALIVE_MS)
    try {
      await work(async (block) => {
        await output.write(block)
        // The work goes on computing on this very thread: a turn of the event loop lets the event leave before that.
        await setImmediate()
      }, signal)
    } finally {
      clearInterval(keepAlive)
      ended()
    }
  })
}
