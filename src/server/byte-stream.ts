// How are many bytes sent? In pieces, as the reader takes them: who takes none is seen, and nothing is copied ahead.
import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment } from './app-environment.ts'

/** Bytes of a piece. */
const PIECE = 64 * 1024

export function byteStream(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let at = 0
  return new ReadableStream({
    pull(controller) {
      controller.enqueue(bytes.subarray(at, at + PIECE))
      at += PIECE
      if (at >= bytes.length) controller.close()
    },
  })
}

/** A reply in JSON is there at once, of a long report some megabytes; as one write nobody could tell how much of it was taken. */
export function sendJsonInPieces(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    const isJson = c.res.headers.get('content-type')?.startsWith('application/json')
    if (!isJson || c.res.body === null) return
    const bytes = new Uint8Array(await c.res.arrayBuffer())
    c.res = new Response(bytes.length > PIECE ? byteStream(bytes) : bytes, c.res)
    c.res.headers.set('Content-Length', String(bytes.length))
  }
}
