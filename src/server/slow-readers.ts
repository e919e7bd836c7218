// Who reads too slowly to be waited for? Bytes that lie ready for somebody who doesn't take them hold memory, and a stream its model.
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

export interface SlowReaderOptions {
  /** For everybody: a phone may be in a tunnel. Default 20 s. */
  readonly graceMs?: number
  /** Bytes a second that a reader takes at least, once the grace is over. Default 32 KB: a file of 20 MB in 10 min. */
  readonly leastRate?: number
}

const GRACE_MS = 20_000
const LEAST_RATE = 32 * 1024
/** How often it is looked. */
const LOOK_MS = 1_000

interface Reader {
  /** ms; when it was looked at for the last time. */
  readonly at: number
  /** Bytes taken until then. */
  readonly taken: number
  /** ms that it may still take nothing. */
  readonly patience: number
}

/** Cuts the connections of such readers, as if they had left; whoever takes all there is may be silent for as long as they like. */
export function cutSlowReaders(
  server: Server,
  { graceMs = GRACE_MS, leastRate = LEAST_RATE }: SlowReaderOptions = {},
): void {
  const readers = new Map<Socket, Reader>()
  server.on('connection', (socket) => {
    readers.set(socket, { at: performance.now(), taken: 0, patience: Number.POSITIVE_INFINITY })
    socket.once('close', () => readers.delete(socket))
  })
  const msFor = (bytes: number) => (1_000 * bytes) / leastRate
  const look = setInterval(
    () => {
      const at = performance.now()
      for (const [socket, before] of readers) {
        const ready = socket.writableLength
        const taken = socket.bytesWritten - ready
        const left = before.patience + msFor(taken - before.taken) - (at - before.at)
        // Not more than this, though the system's buffers take megabytes at once; and as much for what lies ready, because a write
        // is told only when all of it has gone.
        const patience = ready === 0 ? Number.POSITIVE_INFINITY : Math.min(left, graceMs + msFor(ready))
        readers.set(socket, { at, taken, patience })
        if (patience < 0) socket.destroy()
      }
    },
    Math.min(LOOK_MS, graceMs),
  )
  look.unref()
  server.once('close', () => clearInterval(look))
}
