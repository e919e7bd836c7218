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
  /** ms; when nothing lay ready for the last time. */
  since: number
  /** Bytes taken until then. */
  from: number
}

/** Cuts the connections of such readers, as if they had left; whoever takes all there is may be silent for as long as they like. */
export function cutSlowReaders(
  server: Server,
  { graceMs = GRACE_MS, leastRate = LEAST_RATE }: SlowReaderOptions = {},
): void {
  const readers = new Map<Socket, Reader>()
  server.on('connection', (socket) => {
    readers.set(socket, { since: performance.now(), from: 0 })
    socket.once('close', () => readers.delete(socket))
  })
  const look = setInterval(
    () => {
      const now = performance.now()
      for (const [socket, reader] of readers) {
        const ready = socket.writableLength
        const taken = socket.bytesWritten - ready
        if (ready === 0) Object.assign(reader, { since: now, from: taken })
        // What is being written now counts as taken, because a write is told when all of it has gone.
        else if (now - reader.since > graceMs + (1_000 * (taken - reader.from + ready)) / leastRate)
          socket.destroy()
      }
    },
    Math.min(LOOK_MS, graceMs),
  )
  look.unref()
  server.once('close', () => clearInterval(look))
}
