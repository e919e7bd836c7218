import { afterEach, describe, expect, it } from 'vitest'
import { openEndpointEmbedder } from '../../src/embed/openai-endpoint.ts'
import { type Day, type EmbeddingsServer, serveEmbeddings } from './embeddings-server.ts'

let server: EmbeddingsServer | undefined
afterEach(() => server?.close())

/** @param day of every request but the first, which opens the embedder */
async function openOn(day: Day, { model = 'some-model', timeoutMs = 5_000, apiKey = 'secret-key' } = {}) {
  server = await serveEmbeddings((request) => (request === 1 ? {} : day))
  const embedder = await openEndpointEmbedder({ baseUrl: `${server.url}/v1`, model, apiKey, timeoutMs })
  return { embedder, server }
}

const items = (count: number) => Array.from({ length: count }, (_, i) => ({ text: `第${i}段`, spans: [] }))

describe('openEndpointEmbedder', () => {
  it('learns the dimension from one text and sends the key', async () => {
    const { embedder, server } = await openOn({})
    expect(embedder.dimension).toBe(32)
    expect(server.requests.map(({ input }) => input.length)).toEqual([1])
    expect(server.keys).toEqual(['Bearer secret-key'])
  })

  it('sends sentences as texts of their own, few texts a request, blank sentences not at all', async () => {
    const { embedder, server } = await openOn({})
    const text = '甲。 乙。'
    const spans = [
      { start: 0, end: 2 },
      { start: 2, end: 3 },
      { start: 3, end: 5 },
    ]
    const [passage] = await embedder.embedPassages([{ text, spans }])
    expect(server.requests[1]?.input).toEqual([text, '甲。', '乙。'])
    expect(passage?.spanVectors[1]).toEqual(passage?.vector)
    await embedder.embedPassages(items(25))
    expect(server.requests.slice(2).map(({ input }) => input.length)).toEqual([10, 10, 5])
  })

  it('asks for plain numbers and writes texts as the model’s family wants them', async () => {
    const { embedder, server } = await openOn({}, { model: 'intfloat/multilingual-e5-large' })
    await embedder.embedQuery('问')
    await embedder.embedPassages([{ text: '答', spans: [] }])
    expect(server.requests.slice(1).map(({ input }) => input)).toEqual([['query: 问'], ['passage: 答']])
    expect(server.requests.map((request) => request.encoding_format)).toEqual(['float', 'float', 'float'])
  })

  it('follows the index of each vector, not its place in the reply', async () => {
    const { embedder } = await openOn({ reply: (good) => good.toReversed() })
    const straight = await openOn({})
    expect(await embedder.embedPassages(items(4))).toEqual(await straight.embedder.embedPassages(items(4)))
    await straight.server.close()
  })

  it('tries again after a failure that may pass', async () => {
    const { embedder, server } = await openOn({ status: (request) => (request < 4 ? 500 : 200) })
    expect((await embedder.embedQuery('问')).length).toBe(32)
    expect(server.requests.length).toBe(4)
  })

  it.each<[string, Day, string]>([
    ['always fails', { status: () => 500 }, 'status 500'],
    ['refuses the key', { status: () => 401 }, 'status 401'],
    ['gives too few vectors', { reply: (good) => good.slice(1) }, 'gave 2 vectors for 3 texts'],
    [
      'gives one place twice',
      { reply: (good) => good.map((row) => ({ ...row, index: 0 })) },
      'not one for each',
    ],
    [
      'gives another dimension',
      { reply: (good) => good.map((row) => ({ ...row, embedding: row.embedding.slice(1) })) },
      'gave 31 numbers a vector, 32 when it was opened',
    ],
    [
      'gives null for a number',
      { reply: (good) => good.map((row) => ({ ...row, embedding: [null, ...row.embedding.slice(1)] })) },
      'another form',
    ],
    [
      'gives zeros',
      { reply: (good) => good.map((row) => ({ ...row, embedding: row.embedding.map(() => 0) })) },
      'passage 1 should',
    ],
    [
      'writes NaN, which is no JSON',
      {
        answer: (response) => {
          response.writeHead(200, { 'content-type': 'application/json' })
          response.end('{"data": [{"index": 0, "embedding": [NaN]}]}')
        },
      },
      "its answer can't be read",
    ],
    ['answers with a page', { answer: (response) => void response.end('<html>') }, 'another form'],
  ])('says what was wrong when the server %s', async (_, day, reason) => {
    const { embedder } = await openOn(day)
    const failure = await embedder.embedPassages(items(3)).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      name: 'AppError',
      code: 'upstream',
      message: expect.stringContaining(reason),
    })
    expect(JSON.stringify([failure, String(failure)])).not.toContain('secret-key')
  })

  it('gives up on a server that does not answer in time', async () => {
    const { embedder } = await openOn({ answer: () => {} }, { timeoutMs: 400 })
    await expect(embedder.embedQuery('问')).rejects.toThrow('did not answer within 400 ms')
  })

  it('names the host when nobody listens there', async () => {
    const gone = await serveEmbeddings()
    await gone.close()
    const settings = { baseUrl: `${gone.url}/v1`, model: 'm', timeoutMs: 1_000 }
    await expect(openEndpointEmbedder(settings)).rejects.toMatchObject({
      code: 'upstream',
      message: expect.stringContaining(new URL(gone.url).host),
    })
  })

  it('follows no redirect', async () => {
    const elsewhere = await serveEmbeddings()
    server = await serveEmbeddings(() => ({
      answer: (response) =>
        void response.writeHead(307, { location: `${elsewhere.url}/v1/embeddings` }).end(),
    }))
    const settings = { baseUrl: `${server.url}/v1`, model: 'some-model', timeoutMs: 5_000 }
    await expect(openEndpointEmbedder(settings)).rejects.toMatchObject({ code: 'upstream' })
    expect(elsewhere.requests).toEqual([])
    await elsewhere.close()
  })

  it('gives up a request when the signal fires', async () => {
    const controller = new AbortController()
    const { embedder } = await openOn({ answer: () => controller.abort() })
    await expect(embedder.embedPassages(items(3), { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })

  it('knows the model again after rounding, and another model behind the same name', async () => {
    let change = (value: number, _place: number) => value
    server = await serveEmbeddings(() => ({
      reply: (good) =>
        good.map((row) => ({ ...row, embedding: row.embedding.map((value, i) => change(value ?? 0, i)) })),
    }))
    const settings = { baseUrl: `${server.url}/v1`, model: 'some-model', timeoutMs: 5_000 }
    const fingerprint = async (changed = {}) =>
      (await openEndpointEmbedder({ ...settings, ...changed })).fingerprint
    const first = await fingerprint()
    change = (value, place) => value * (1 + 1e-5 * (place % 3))
    expect(await fingerprint()).toBe(first)
    expect(await fingerprint({ model: 'another-model' })).not.toBe(first)
    change = (value, place) => (place === 2 ? value + 5 : value)
    expect(await fingerprint()).not.toBe(first)
  })
})
