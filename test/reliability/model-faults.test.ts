// A language model that is slow, busy or broken: through the whole service, the reports themselves still answer.
import { afterEach, describe, expect, it } from 'vitest'
import { openChatModel } from '../../src/answer/model/chat-model.ts'
import { ChatModelError } from '../../src/answer/model/fault.ts'
import {
  begin,
  type ChatServer,
  DONE,
  event,
  failing,
  type Play,
  saying,
  sending,
  serveChat,
} from '../fixtures/chat-server.ts'
import { type QuickService, quickService } from './quick-service.ts'

const closing: (ChatServer | QuickService)[] = []
afterEach(async () => {
  for (const one of closing.splice(0).reverse()) await one.close()
})

async function serviceBehind(play: Play, settings: Readonly<Record<string, string>> = {}) {
  const model = await serveChat(play)
  const service = await quickService(undefined, {
    WENBAO_REFUSAL_THRESHOLD: '0',
    OPENAI_BASE_URL: `${model.url}/v1`,
    WENBAO_CHAT_MODEL: 'small',
    ...settings,
  })
  closing.push(model, service)
  const ask = async (stream: boolean) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ question: '图书馆现有藏书多少册？', stream })
    const response = await fetch(`${service.url}/api/ask`, { method: 'POST', headers, body })
    return { status: response.status, text: await response.text() }
  }
  return { model, ask }
}

const wait: Play = () => {}

const FAULTS: readonly (readonly [name: string, play: Play, reason: string])[] = [
  ['never answers', wait, 'model-slow'],
  [
    'answers with headers alone',
    (response) => {
      begin(response)
      response.flushHeaders()
    },
    'model-slow',
  ],
  [
    'stops after three tokens',
    (response) => {
      begin(response)
      for (const token of ['图书馆', '现有', '藏书']) response.write(event(token))
    },
    'model-slow',
  ],
  ['is busy and doesn’t say for how long', failing(429), 'rate-limited'],
  ['is busy for a second by its clock', failing(429, { 'retry-after': '1' }), 'rate-limited'],
  ['is busy until a date', failing(429, { 'retry-after': new Date(0).toUTCString() }), 'rate-limited'],
  ['is busy for years', failing(429, { 'retry-after': '99999999999' }), 'rate-limited'],
  ['is away for nonsense', failing(503, { 'retry-after': 'soon' }), 'model-down'],
  ['breaks', failing(500), 'model-down'],
  ['cuts the connection', (response) => void response.destroy(), 'model-down'],
  ['is a page to sign in', sending('<!doctype html><title>登录</title>'), 'model-nonsense'],
  [
    'sends bytes at random',
    sending(Uint8Array.from({ length: 4096 }, (_, i) => (i * 167) % 256)),
    'model-nonsense',
  ],
  ['invents', saying('图书馆现有藏书一亿册[1]。'), 'model-unsupported'],
]

describe('a language model that', () => {
  it.each(FAULTS)('%s leaves the answer of the reports, which says why', async (_, play, reason) => {
    const patience = reason === 'model-slow' ? '300' : '5000'
    const timeouts = { WENBAO_CHAT_FIRST_TOKEN_MS: patience, WENBAO_CHAT_TIMEOUT_MS: patience }
    const { ask, model } = await serviceBehind(play, timeouts)
    const { status, text } = await ask(false)
    expect(status).toBe(200)
    expect(JSON.parse(text)).toMatchObject({ kind: 'answered', origin: 'extract', degraded: { reason } })
    const streamed = await ask(true)
    expect(streamed.text).toContain('event: done')
    expect(streamed.text).not.toContain('event: error')
    await expect.poll(() => model.open()).toBe(0)
  })

  it('is well again is asked again', async () => {
    const { ask } = await serviceBehind((response, request) =>
      request === 1
        ? failing(503, { 'retry-after': '0' })(response, request)
        : saying('全馆现有藏书九十万册[1]。')(response, request),
    )
    expect(JSON.parse((await ask(false)).text)).not.toHaveProperty('degraded')
  })
})

describe('a reply that is cut off', () => {
  const WHOLE = ['全馆', '现有藏书😀', '九十万册。']
  const said = WHOLE.map((piece) => event(piece))
    .join('')
    .replaceAll('\n', '\r\n')
  const bytes = Buffer.from(`: 心跳\r\n\r\n${said}${DONE}`)

  it('after any of its bytes gives a beginning of the text or a fault with a name', async () => {
    const model = await serveChat((response, at) => sending(bytes.subarray(0, at))(response, at))
    closing.push(model)
    const settings = { baseUrl: `${model.url}/v1`, model: 'small', temperature: 0, maxTokens: 100 }
    const timeouts = { firstTokenTimeoutMs: 20_000, totalTimeoutMs: 20_000, retries: 0 }
    const outcomes = new Set<string>()
    for (let at = 1; at <= bytes.length; at++) {
      let text = ''
      try {
        // One for each, so that no breaker rests after many faults.
        const chat = openChatModel({ ...settings, ...timeouts })
        for await (const delta of chat.stream([{ role: 'user', content: '藏书？' }])) text += delta
        outcomes.add('ended')
      } catch (error) {
        if (!(error instanceof ChatModelError)) throw error
        outcomes.add(error.reason)
      }
      expect(WHOLE.join('').startsWith(text)).toBe(true)
      expect(text).not.toContain('\ufffd')
    }
    expect([...outcomes].sort()).toEqual(['ended', 'model-nonsense'])
  })
})
