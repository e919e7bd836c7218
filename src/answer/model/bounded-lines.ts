// A reply whose lines are of bounded length: the client joins a line before it looks at it, and an endless one would be
// joined again with every part of it.

/** Characters of text arrive a few at a time; whole answers in one event stay far below this. */
const LONGEST_LINE_BYTES = 1 << 20
const NEWLINE = 0x0a

class OverlongLineError extends Error {}

/** The same as `fetch`, but reading the body throws `OverlongLineError` where a line goes on and on. */
export async function fetchBoundedLines(
  input: string | URL | Request,
  init?: RequestInit,
): Promise<Response> {
  const response = await fetch(input, init)
  if (response.body === null) return response
  const { status, statusText, headers } = response
  return new Response(response.body.pipeThrough(boundLines()), { status, statusText, headers })
}

function boundLines(): TransformStream<Uint8Array, Uint8Array> {
  let open = 0
  return new TransformStream({
    transform(part, controller) {
      const last = part.lastIndexOf(NEWLINE)
      open = last === -1 ? open + part.length : part.length - last - 1
      if (open > LONGEST_LINE_BYTES)
        controller.error(new OverlongLineError('a line of the reply is too long'))
      else controller.enqueue(part)
    },
  })
}
