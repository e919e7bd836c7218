import { afterEach, describe, expect, it } from 'vitest'
import { type ChatModelSettings, openChatModel } from '../../../src/answer/model/chat-model.ts'
import { ChatModelError } from '../../../src/answer/model/fault.ts'
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
} from '../../fixtures/chat-server.ts'

const servers: ChatServer[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())))

const QUESTION = [{ role: 'user', content: 'canary-prompt' }] as const

async function opened(play: Play, settings: Partial<ChatModelSettings> = {}) {
  const server = await serveChat(play)
  servers.push(server)
  const model = openChatModel({
    baseUrl: `${server.url}/v1`,
    apiKey: 'sk-canary',
    model: 'small',
    temperature: 0,
    maxTokens: 100,
    firstTokenTimeoutMs: 20_000,
    totalTimeoutMs: 20_000,
    retries: 2,
    ...settings,
  })
  return { server, model }
}

async function textOf(deltas: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const delta of deltas) text += delta
  return text
}

async function faultOf(deltas: AsyncIterable<string>): Promise<ChatModelError> {
  const fault = await textOf(deltas).catch((cause: unknown) => cause)
  if (fault instanceof ChatModelError) return fault
  throw new Error(`expected a ChatModelError, got ${String(fault)}`)
}

async function closed(server: ChatServer): Promise<number> {
  for (let turn = 0; turn < 2_000 && server.open() > 0; turn++)
    await new Promise((next) => setImmediate(next))
  return server.open()
}

describe('openChatModel', () => {
  it('streams what the server says, with the key in the header alone', async () => {
    const { model, server } = await opened(saying('全年', '接待', '', '读者。'))
    expect(await textOf(model.stream(QUESTION))).toBe('全年接待读者。')
    expect(server.keys).toEqual(['Bearer sk-canary'])
    expect(server.requests[0]).toMatchObject({
      model: 'small',
      stream: true,
      max_tokens: 100,
      messages: QUESTION,
    })
  })

  it('reads the same text wherever the bytes are cut', async () => {
    const bytes = Buffer.from(`: 心跳\r\n\r\n${event('读者😀').replaceAll('\n', '\r\n')}${DONE}`)
    const { model } = await opened((response, at) =>
      sending(bytes.subarray(0, at), bytes.subarray(at))(response, at),
    )
    for (let at = 1; at < bytes.length; at++) expect(await textOf(model.stream(QUESTION))).toBe('读者😀')
  })

  it('does without [DONE], and with events that hold no text', async () => {
    const { model } = await opened(sending('data: {}\n\n', 'data: {"choices":[]}\n\n', event('好。')))
    expect(await textOf(model.stream(QUESTION))).toBe('好。')
  })

  it.each([
    ['an HTML page', sending('<!doctype html><title>代理登录</title>'), 'model-nonsense'],
    ['nothing', sending(''), 'model-nonsense'],
    ['only empty text', saying('', ''), 'model-nonsense'],
    ['JSON in another form', sending('data: {"choices":"none"}\n\n'), 'model-nonsense'],
    ['half an event', sending('data: {"choices":[{"del\n\n'), 'model-nonsense'],
    [
      'an error inside the stream',
      sending(event('先'), 'data: {"error":{"message":"sk-canary"}}\n\n'),
      'model-down',
    ],
    [
      'a line without an end',
      sending('data: ', ...Array.from({ length: 10 }, () => 'x'.repeat(1 << 20))),
      'model-nonsense',
    ],
  ] as const)('calls %s by its name', async (_, play, reason) => {
    const { model } = await opened(play)
    expect(await faultOf(model.stream(QUESTION))).toMatchObject({ reason })
  })

  it.each([
    [401, 'model-refused', 1],
    [404, 'model-refused', 1],
    [429, 'rate-limited', 3],
    [503, 'model-down', 3],
  ] as const)('after status %i says %s, having asked %i times', async (status, reason, times) => {
    const { model, server } = await opened(failing(status, { 'retry-after': '0' }))
    expect(await faultOf(model.stream(QUESTION))).toMatchObject({ reason })
    expect(server.requests.length).toBe(times)
  })

  it('goes on after a passing fault', async () => {
    const { model } = await opened((response, request) =>
      request === 1
        ? failing(429, { 'retry-after': '0' })(response, request)
        : saying('好。')(response, request),
    )
    expect(await textOf(model.stream(QUESTION))).toBe('好。')
  })

  it.each(['86400', 'Wed, 21 Oct 2099 07:28:00 GMT'])(
    'does not wait for a Retry-After of %s',
    async (header) => {
      const { model, server } = await opened(failing(429, { 'retry-after': header }))
      expect(await faultOf(model.stream(QUESTION))).toMatchObject({ reason: 'rate-limited' })
      expect(server.requests.length).toBe(1)
    },
  )

  it.each([
    ['says nothing', () => {}],
    [
      'sends headers alone',
      (response) => {
        begin(response)
        response.flushHeaders()
      },
    ],
  ] as readonly (readonly [string, Play])[])('leaves a server that %s', async (_, play) => {
    const { model, server } = await opened(play, { firstTokenTimeoutMs: 60 })
    expect(await faultOf(model.stream(QUESTION))).toMatchObject({ reason: 'model-slow', code: 'upstream' })
    expect(await closed(server)).toBe(0)
  })

  it('leaves a server that stops in the middle, after what it said', async () => {
    const { model, server } = await opened(
      (response) => {
        begin(response)
        response.write(event('前半'))
      },
      { totalTimeoutMs: 150 },
    )
    const heard: string[] = []
    const fault = await (async () => {
      for await (const delta of model.stream(QUESTION)) heard.push(delta)
    })().catch((cause: unknown) => cause)
    expect([heard, fault]).toEqual([['前半'], expect.objectContaining({ reason: 'model-slow' })])
    expect(await closed(server)).toBe(0)
  })

  it.each(['abort', 'leave'])('ends the request upstream when the caller does (%s)', async (how) => {
    const { model, server } = await opened((response) => {
      begin(response)
      response.write(event('前半'))
    })
    const caller = new AbortController()
    const reading = (async () => {
      for await (const _ of model.stream(QUESTION, { signal: caller.signal })) {
        if (how === 'leave') return 'left'
        caller.abort(new Error('gone'))
      }
      return 'ended'
    })()
    expect(await reading.catch((cause: Error) => cause.message)).toBe(how === 'leave' ? 'left' : 'gone')
    expect(await closed(server)).toBe(0)
  })

  it('leaves an endpoint alone that failed again and again', async () => {
    const { model, server } = await opened(failing(500), { retries: 0 })
    for (let i = 0; i < 6; i++)
      expect(await faultOf(model.stream(QUESTION))).toMatchObject({ reason: 'model-down' })
    expect(server.requests.length).toBe(4)
  })

  it('cuts off a server that does not keep to max_tokens', async () => {
    const { model } = await opened(saying(...Array.from({ length: 100 }, () => '一二三四五六七八九十')), {
      maxTokens: 10,
    })
    expect((await textOf(model.stream(QUESTION))).length).toBe(80)
  })

  it('follows no redirect', async () => {
    const { model, server } = await opened((response) => {
      response.writeHead(307, { location: '/elsewhere' }).end()
    })
    await faultOf(model.stream(QUESTION))
    expect(new Set(server.requests.map(({ model: asked }) => asked))).toEqual(new Set(['small']))
    expect(server.requests.length).toBeLessThanOrEqual(3)
  })

  it('never tells the key or the prompt', async () => {
    const plays = [
      failing(401),
      failing(400),
      sending('data: {"error":{"message":"sk-canary"}}\n\n'),
      sending('{"error":"sk-canary"}'),
    ]
    for (const play of plays) {
      const { model } = await opened(play, { retries: 0 })
      const fault = await faultOf(model.stream(QUESTION))
      const told = JSON.stringify([fault, fault.message, fault.hint, String(fault.cause), fault.stack])
      expect(told).not.toMatch(/canary/)
    }
  })
})
