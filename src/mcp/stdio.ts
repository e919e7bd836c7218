// How is a client served that started us as its child? One connection over two streams, until either side ends it.
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import { serveStdio } from '@modelcontextprotocol/server/stdio'
import { AnsweringTransport } from './answering-transport.ts'
import type { McpParts } from './parts.ts'
import { createMcpServer } from './server.ts'

export interface StdioStreams {
  readonly input: Readable
  /** Carries the protocol and nothing else. */
  readonly output: Writable
}

/** Resolves when the input has ended and all that came by it is answered, or when the signal fires. */
export async function serveMcpOnStdio(
  parts: McpParts,
  { input, output }: StdioStreams,
  signal: AbortSignal,
): Promise<void> {
  const transport = new AnsweringTransport(input, output)
  // Nothing here changes unasked, so nobody has anything to listen for.
  const connection = serveStdio(() => createMcpServer(parts), {
    transport,
    maxSubscriptions: 0,
    // The name alone: the message may quote what was sent.
    onerror: ({ name }) => parts.log.warn('mcp message refused', { error: name }),
  })
  const ended = new AbortController()
  try {
    await Promise.race([transport.closed, once(signal, 'abort', { signal: ended.signal })])
  } finally {
    ended.abort()
    await connection.close()
  }
}
