// Readers who leave in the middle of an answer: does any door go on asking the language model for them?
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { begin, type ChatServer, event, serveChat } from '../fixtures/chat-server.ts'
import { shareOf, tell } from './share.ts'
import { isQuiet, QUESTION, type SpawnedService, spawnService } from './spawned-service.ts'

const TIMES = shareOf(20, 3)
const SITE = 'https://intranet.example'
/** From a reader's leaving to the end of the request to the model. */
const ENDS_WITHIN_MS = 1_000

let model: ChatServer
let service: SpawnedService
beforeAll(async () => {
  // Says a word and then nothing more.
  model = await serveChat((response) => {
    begin(response)
    response.write(event('全年'))
  })
  service = await spawnService({
    OPENAI_BASE_URL: `${model.url}/v1`,
    WENBAO_CHAT_MODEL: 'endless',
    WENBAO_APPS: `intranet=${SITE}`,
    WENBAO_RATE_PER_ADDRESS: '0',
  })
})
afterAll(async () => {
  await service.close()
  await model.close()
})

interface Door {
  readonly path: string
  readonly body: object
  readonly headers?: () => Promise<Readonly<Record<string, string>>>
}

const CHAT = { model: 'wenbao', messages: [{ role: 'user', content: QUESTION }] }
const TOOL = {
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/call',
  params: { name: 'ask', arguments: { question: QUESTION } },
}

const DOORS: readonly (readonly [string, Door])[] = [
  ['the API, streamed', { path: '/api/ask', body: { question: QUESTION, stream: true } }],
  ['the API, whole', { path: '/api/ask', body: { question: QUESTION } }],
  ['chat completions, streamed', { path: '/v1/chat/completions', body: { ...CHAT, stream: true } }],
  ['chat completions, whole', { path: '/v1/chat/completions', body: CHAT }],
  [
    'the tool of a chat program',
    { path: '/mcp', body: TOOL, headers: async () => ({ Accept: 'application/json, text/event-stream' }) },
  ],
  ['the widget', { path: '/api/ask', body: { question: QUESTION, stream: true }, headers: widgetHeaders }],
]

describe('a reader who leaves', () => {
  it.each(DOORS)('%s ends the request to the model', async (name, door) => {
    const further = (await door.headers?.()) ?? {}
    let slowest = 0
    for (let time = 0; time < TIMES; time += 1) {
      const requests = model.requests.length
      const leave = ask(door, further)
      await vi.waitFor(() => expect(model.requests.length).toBe(requests + 1), { timeout: 10_000 })
      leave()
      const left = performance.now()
      await vi.waitFor(() => expect(model.open()).toBe(0), { timeout: ENDS_WITHIN_MS, interval: 5 })
      slowest = Math.max(slowest, performance.now() - left)
    }
    await isQuiet(service)
    tell(`left ${TIMES} times, ${name}`, {
      'requests left open': model.open(),
      'slowest ms': Math.round(slowest),
    })
  })

  it('the events of a job leaves nothing behind', async () => {
    for (let time = 0; time < TIMES; time += 1) {
      const form = new FormData()
      form.append(
        'files',
        new File([`第${time}份报告\n\n全年接待读者${time}万人次，举办讲座六十场。\n`], 'a.txt'),
      )
      const reply = await fetch(`${service.url}/api/documents`, { method: 'POST', body: form })
      const { job } = (await reply.json()) as { job: { id: string } }
      const leaving = new AbortController()
      const headers = { accept: 'text/event-stream' }
      const events = await fetch(`${service.url}/api/jobs/${job.id}`, { headers, signal: leaving.signal })
      expect(events.status).toBe(200)
      leaving.abort()
    }
    await isQuiet(service)
  })
})

/** @returns leaves without a word */
function ask({ path, body }: Door, further: Readonly<Record<string, string>>): () => void {
  const text = JSON.stringify(body)
  const headers = {
    Host: `127.0.0.1:${service.port}`,
    'Content-Type': 'application/json',
    'Content-Length': String(Buffer.byteLength(text)),
    ...further,
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const socket = connect(service.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write([`POST ${path} HTTP/1.1`, ...lines, '', text].join('\r\n'))
  return () => void socket.destroy()
}

async function widgetHeaders(): Promise<Readonly<Record<string, string>>> {
  const reply = await fetch(`${service.url}/embed/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: service.url },
    body: JSON.stringify({ app: 'intranet', origin: SITE }),
  })
  const { token } = (await reply.json()) as { token: string }
  return { Authorization: `Bearer ${token}`, Origin: service.url }
}
