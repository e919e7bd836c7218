// How are many bytes sent? In pieces, as the reader takes them: who takes none is seen, and nothing is copied ahead.

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
