// Reads server-sent events out of a reply, as they come.

/**
 * @param {AsyncIterable<string>} texts pieces of the stream, cut anywhere
 * @returns {AsyncGenerator<{ event: string, data: unknown }>} comments are passed over, an event that was cut off is dropped
 */
export async function* readEvents(texts) {
  let rest = ''
  for await (const text of texts) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop()
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map((line) => splitAt(line, ': ')))
      if (fields.has('data'))
        yield { event: fields.get('event') ?? 'message', data: JSON.parse(fields.get('data')) }
    }
  }
}

/** @param {ReadableStream<Uint8Array>} body Safari can't iterate over it */
export async function* textsOf(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function splitAt(line, separator) {
  const at = line.indexOf(separator)
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + separator.length)]
}
