// The client that most programs use, over a real socket, against the service as it is shipped.
import OpenAI, {
  APIError,
  APIUserAbortError,
  AuthenticationError,
  BadRequestError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
} from 'openai'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import type { AppParts } from '../../../src/server/app-environment.ts'
import { startServer } from '../../../src/server/listen.ts'
import type { Service } from '../../../src/service.ts'
import { type ChatServer, saying, serveChat } from '../../fixtures/chat-server.ts'
import { defer } from '../../fixtures/deferred.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'
import { runService } from '../../fixtures/running-service.ts'
import { EVENTS, scriptedAnswer } from '../../fixtures/scripted-answer.ts'
import type { Served } from '../../fixtures/served.ts'

const clientOf = (url: string, maxRetries = 0, apiKey = 'none') =>
  new OpenAI({ baseURL: `${url}/v1`, apiKey, maxRetries })

const asking = (content: string) => ({
  model: 'wenbao',
  messages: [{ role: 'user' as const, content }],
})

const BOOKS = '青屿县图书馆有多少藏书？'

describe('the openai client and the reports', () => {
  let running: Served
  let client: OpenAI

  beforeAll(async () => {
    running = await runService()
    client = clientOf(running.url)
  })
  afterAll(() => running.close())

  it('lists the models', async () => {
    const ids: string[] = []
    for await (const { id } of client.models.list()) ids.push(id)
    expect(ids).toEqual(['wenbao', 'wenbao-raw', 'wenbao-embedding'])
    expect((await client.models.retrieve('wenbao')).owned_by).toBe('wenbao')
  })

  it('gets an answer whose mark its annotation points at', async () => {
    const { choices, _request_id } = await client.chat.completions.create(asking(BOOKS))
    const message = choices[0]?.message
    expect(message?.content).toMatch(/^[^\n]*九十万册[^\n]*\[1\]\n\n参考来源：\n\n- \[1\] \[/)
    const cited = message?.annotations?.[0]?.url_citation
    expect(message?.content?.slice(cited?.start_index, cited?.end_index)).toBe('[1]')
    expect(cited?.url).toMatch(new RegExp(`^${running.url}/d/[\\da-f]{16}#`))
    expect((await fetch(cited?.url ?? '')).status).toBe(200)
    expect(_request_id).toMatch(/^[\da-f-]{36}$/)
  })

  it('streams the same answer, with its usage', async () => {
    const { choices, usage } = await client.chat.completions.create(asking(BOOKS))
    const stream = client.chat.completions.stream({
      ...asking(BOOKS),
      stream_options: { include_usage: true },
    })
    const completion = await stream.finalChatCompletion()
    expect(completion.choices[0]?.message.content).toBe(choices[0]?.message.content)
    expect(completion.choices[0]?.finish_reason).toBe('stop')
    expect(completion.usage).toEqual(usage)
  })

  it('asks after what was asked before', async () => {
    const { choices } = await client.chat.completions.create({
      model: 'wenbao-raw',
      messages: [
        { role: 'user', content: '青屿县图书馆全年接待多少读者？' },
        { role: 'assistant', content: '全年接待读者四十万人次。[1]' },
        { role: 'user', content: '它有多少藏书？' },
      ],
    })
    expect(choices[0]?.message.content).toMatch(/九十万册.*\[1\]$/)
  })

  it('hears a refusal as an answer', async () => {
    const { choices } = await client.chat.completions.create(asking('青屿县图书馆2031年有多少藏书？'))
    expect(choices[0]).toMatchObject({ finish_reason: 'stop', message: { refusal: null, annotations: [] } })
    expect(choices[0]?.message.content).toContain('2031年')
  })

  it('decodes vectors, which it asks for in base64', async () => {
    const input = ['全馆现有藏书九十万册', '新建篮球场四片']
    const { data, model } = await client.embeddings.create({ model: 'wenbao-embedding', input })
    const own = await running.parts.embed(input)
    expect(data.map(({ embedding }) => embedding)).toEqual(own.vectors.map((vector) => [...vector]))
    expect(model).toBe(own.model)
    expect(Math.hypot(...(data[0]?.embedding ?? []))).toBeCloseTo(1, 5)
    const plain = await client.embeddings.create({ model, input, encoding_format: 'float' })
    expect(plain.data).toEqual(data)
  })

  it.each([
    ['an unknown model', { ...asking('a'), model: 'gpt-9' }, NotFoundError, 'model_not_found', 'model'],
    ['no question', { ...asking(' ') }, BadRequestError, null, 'messages.0.content'],
    [
      'a long question',
      asking('长'.repeat(2001)),
      BadRequestError,
      'context_length_exceeded',
      'messages.0.content',
    ],
  ])('throws its own error for %s', async (_, request, kind, code, param) => {
    const error = await client.chat.completions.create(request).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(kind)
    expect(error).toMatchObject({ code, param, type: 'invalid_request_error', requestID: expect.any(String) })
  })
})

describe('the openai client and a language model behind the service', () => {
  let chat: ChatServer
  let running: Served

  beforeAll(async () => {
    chat = await serveChat(saying('全馆现有藏书', '九十万册[1]。'))
    running = await runService({ OPENAI_BASE_URL: `${chat.url}/v1`, WENBAO_CHAT_MODEL: 'small' })
  })
  afterAll(async () => {
    await running.close()
    await chat.close()
  })

  it('gets what the model wrote, checked and cited', async () => {
    const client = clientOf(running.url)
    const completion = await client.chat.completions.create({ ...asking(BOOKS), model: 'wenbao-raw' })
    expect(completion.choices[0]?.message.content).toBe('全馆现有藏书九十万册。[1]')
    expect(completion).toMatchObject({ wenbao: { kind: 'answered', origin: 'model' } })
    const stream = client.chat.completions.stream({ ...asking(BOOKS), model: 'wenbao-raw' })
    expect(await stream.finalContent()).toBe('全馆现有藏书九十万册。[1]')
  })
})

interface Serving {
  readonly maxRetries: number
  readonly apiKey: string
  readonly settings: Partial<AppParts['settings']>
}

describe('the openai client when something goes wrong', () => {
  let close = async () => {}

  afterEach(() => close())

  async function serve(
    changes: Partial<Service>,
    { maxRetries, apiKey, settings }: Partial<Serving> = {},
  ): Promise<OpenAI> {
    const server = await startServer(createApp(fakeParts(changes, settings)), {
      host: '127.0.0.1',
      port: 0,
      // The client keeps its connections.
      graceMs: 0,
    })
    close = server.close
    return clientOf(server.url, maxRetries, apiKey)
  }

  it.each([
    { stream: false, thrown: APIUserAbortError },
    { stream: true, thrown: undefined },
  ])('stops the answer when it leaves (stream: $stream)', async ({ stream, thrown }) => {
    const begun = defer<void>()
    const stopped = defer<unknown>()
    const client = await serve({
      async *ask(_, options) {
        if (stream) yield { kind: 'sources', passages: [] }
        options?.signal?.addEventListener('abort', () => stopped.resolve(options.signal?.reason))
        begun.resolve()
        await stopped.promise
        options?.signal?.throwIfAborted()
      },
    })
    const leaving = new AbortController()
    const reply = client.chat.completions
      .create({ ...asking('a'), stream }, { signal: leaving.signal })
      .then(async (chunks) => {
        if ('controller' in chunks) for await (const _ of chunks) leaving.abort()
      })
      .catch((error: Error) => error)
    await begun.promise
    if (!stream) leaving.abort()
    await stopped.promise
    expect((await reply)?.constructor).toBe(thrown)
  })

  it('throws what breaks a stream in the middle, by its code', async () => {
    const client = await serve({
      async *ask() {
        yield { kind: 'delta', text: '门' }
        throw new AppError('upstream', 'It is silent.')
      },
    })
    const said: string[] = []
    const reading = (async () => {
      for await (const { choices } of await client.chat.completions.create({ ...asking('a'), stream: true }))
        said.push(choices[0]?.delta.content ?? '')
    })()
    const error = await reading.catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(APIError)
    expect(error).toMatchObject({ code: 'upstream_error' })
    expect(said.join('')).toBe('门')
  })

  it('tries a failed answer not twice, but one that was turned away', async () => {
    let asked = 0
    const failing = await serve(
      {
        // biome-ignore lint/correctness/useYield: it fails before it says anything
        async *ask() {
          asked += 1
          throw new AppError('upstream', 'It is silent.')
        },
      },
      { maxRetries: 2 },
    )
    await expect(failing.chat.completions.create(asking('a'))).rejects.toThrow(InternalServerError)
    expect(asked).toBe(1)
    await close()

    const busy = await serve(
      {
        async *ask() {
          asked += 1
          if (asked === 2) throw new AppError('locked', 'Another process learns.')
          yield* EVENTS
        },
      },
      { maxRetries: 2 },
    )
    const { choices } = await busy.chat.completions.create(asking('a'))
    expect([asked, choices[0]?.finish_reason]).toEqual([3, 'stop'])
  })

  it('hears that its key is none, or good for something else, or used too often', async () => {
    const { keys: apiKeys } = readKeys('reader:read:0123456789abcdef,writer:write:fedcba9876543210')
    const settings = { apiKeys, ratePerKey: 1 }
    const thrownTo = async (apiKey: string) => {
      const client = await serve(scriptedAnswer(), { apiKey, settings })
      const ask = () => client.chat.completions.create(asking('a')).catch((error: unknown) => error)
      const replies = [await ask(), await ask()]
      await close()
      return replies
    }
    const [nobody] = await thrownTo('none')
    expect(nobody).toBeInstanceOf(AuthenticationError)
    expect(nobody).toMatchObject({ code: 'invalid_api_key', type: 'invalid_request_error' })
    const [writer] = await thrownTo('fedcba9876543210')
    expect(writer).toBeInstanceOf(PermissionDeniedError)
    expect(writer).toMatchObject({ code: null, type: 'permission_error' })
    const [first, second] = await thrownTo('0123456789abcdef')
    expect(first).toMatchObject({ object: 'chat.completion' })
    expect(second).toBeInstanceOf(RateLimitError)
    expect(second).toMatchObject({ code: 'rate_limit_exceeded', type: 'rate_limit_error' })
  })
})
