// Which events does a reply hold? Reads server-sent events as they come, wherever the network cut them.

export interface ServerEvent {
  readonly event: string
  /** Parsed JSON. */
  readonly data: unknown
}

/**
 * @param texts pieces of the stream, cut anywhere
 * @returns each event once it is whole; comments are passed over, an event that was cut off is dropped
 */
export async function* readEvents(
  texts: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<ServerEvent> {
  let rest = ''
  for await (const text of texts) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) {
      const fields = new Map(block.split('\n').map(fieldOf))
      const data = fields.get('data')
      if (data !== undefined) yield { event: fields.get('event') ?? 'message', data: JSON.parse(data) }
    }
  }
}

/** Safari can't iterate over a stream; leaving the loop lets go of the reply. */
export async function* textsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield decoder.decode(value, { stream: true })
    }
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function fieldOf(line: string): [name: string, value: string] {
  const at = line.indexOf(': ')
  return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 2)]
}
