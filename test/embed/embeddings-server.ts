// A server of OpenAI's embeddings interface that has good and bad days.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { type Loopback, serveLoopback } from './loopback.ts'

interface EmbeddingRequest {
  readonly model: string
  readonly input: readonly string[]
  readonly encoding_format: string
}

type Reply = { readonly embedding: readonly (number | null)[]; readonly index?: number }[]

export interface EmbeddingsServer extends Loopback {
  readonly requests: EmbeddingRequest[]
  readonly keys: (string | undefined)[]
}

/** What happens to a request: a changed reply, another status, or a hand of one's own. */
export interface Day {
  reply?(good: Reply, request: EmbeddingRequest): Reply
  status?(requestNumber: number): number
  answer?(response: ServerResponse): void
}

const embedder = createHashingEmbedder({ dimension: 32 })

/** @param dayOf the n-th request, from 1 */
export async function serveEmbeddings(
  dayOf: (request: number) => Day = () => ({}),
): Promise<EmbeddingsServer> {
  const requests: EmbeddingRequest[] = []
  const keys: (string | undefined)[] = []
  const loopback = await serveLoopback(async (incoming, response) => {
    const request: EmbeddingRequest = JSON.parse(await bodyOf(incoming))
    requests.push(request)
    keys.push(incoming.headers.authorization)
    const day = dayOf(requests.length)
    if (day.answer !== undefined) return day.answer(response)
    const status = day.status?.(requests.length) ?? 200
    const good = await Promise.all(
      request.input.map(async (text, index) => ({
        index,
        embedding: [...(await embedder.embedQuery(text))],
      })),
    )
    // The client waits as long as this says before it tries again.
    response.writeHead(status, { 'content-type': 'application/json', 'retry-after-ms': '1' })
    response.end(JSON.stringify({ object: 'list', data: day.reply?.(good, request) ?? good }))
  })
  return { ...loopback, requests, keys }
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  let body = ''
  for await (const part of incoming) body += part
  return body
}
