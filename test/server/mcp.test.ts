// What of the protocol is seen in HTTP: who may ask, in what form, and what a bare request gets.
import { afterEach, describe, expect, it } from 'vitest'
import { readKeys } from '../../src/keys.ts'
import { createApp } from '../../src/server/app.ts'
import { Ending } from '../../src/server/ending.ts'
import { type RunningServer, startServer } from '../../src/server/listen.ts'
import type { Service } from '../../src/service.ts'
import { defer } from '../fixtures/deferred.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

const LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' }
const ENVELOPE = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': {},
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
}

describe('mcpRoutes', () => {
  let running: RunningServer | undefined

  afterEach(() => running?.close())

  /** @param body sent as it is when it is a text */
  async function send(body: unknown, headers: Record<string, string> = {}, method = 'POST') {
    running = await startServer(createApp(fakeParts()), { host: '127.0.0.1', port: 0, graceMs: 1 })
    const response = await fetch(`${running.url}/mcp`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(method === 'POST' && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    }
  }

  it.each([
    'application/json',
    '*/*',
    'text/event-stream',
    'application/json, text/event-stream',
    'application/json;q=0.9, text/event-stream;q=0.1',
  ])('answers in JSON whoever accepts %s', async (accept) => {
    const { status, headers, body } = await send(LIST, { accept })
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({ jsonrpc: '2.0', id: 1, result: { tools: expect.any(Array) } })
  })

  it('answers a client of 2026 whose accept names JSON alone', async () => {
    const { body } = await send(
      { ...LIST, params: { _meta: ENVELOPE } },
      { accept: 'application/json', 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/list' },
    )
    expect(body.result).toMatchObject({ resultType: 'complete', ttlMs: 600_000, cacheScope: 'private' })
  })

  it('answers several requests of an older client at once', async () => {
    const { body } = await send([LIST, { jsonrpc: '2.0', id: 'b', method: 'ping' }])
    expect(body.map(({ id }: { id: unknown }) => id)).toEqual([1, 'b'])
  })

  it('takes a notification without a word', async () => {
    const { status, body } = await send({ jsonrpc: '2.0', method: 'notifications/initialized' })
    expect([status, body]).toEqual([202, undefined])
  })

  it.each([
    ['broken JSON', '{"jsonrpc":', 400, -32_700],
    ['nothing', '', 400, -32_700],
    ['null', 'null', 400, -32_600],
    ['an empty batch', '[]', 400, -32_600],
    ['no JSON-RPC', '{"question":"门诊量"}', 400, -32_600],
    ['more than 512 KiB', JSON.stringify({ ...LIST, params: { x: 'a'.repeat(524_288) } }), 413, -32_000],
    ['an unknown method', { ...LIST, method: 'rm' }, 200, -32_601],
    ['parameters of a wrong type', { ...LIST, method: 'tools/call', params: [1] }, 400, -32_600],
    ['objects a thousand deep', `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 400, -32_600],
  ])('refuses %s as an error of JSON-RPC', async (_, sent, status, code) => {
    const reply = await send(sent)
    expect([reply.status, reply.body.error.code]).toEqual([status, code])
  })

  it('refuses a client of 2026 whose headers say otherwise than its body', async () => {
    const request = { ...LIST, params: { _meta: ENVELOPE } }
    const version = { 'mcp-protocol-version': '2026-07-28' }
    const mismatch = await send(request, { ...version, 'mcp-method': 'tools/call' })
    expect([mismatch.status, mismatch.body.error.code]).toEqual([400, -32_020])
    const missing = await send(request, version)
    expect([missing.status, missing.body.error.code]).toEqual([400, -32_020])
  })

  it('names the versions it speaks to a client of another', async () => {
    const version = '2031-01-01'
    const _meta = { ...ENVELOPE, 'io.modelcontextprotocol/protocolVersion': version }
    const { status, body } = await send(
      { ...LIST, params: { _meta } },
      { 'mcp-protocol-version': version, 'mcp-method': 'tools/list' },
    )
    expect([status, body.error.code, body.error.data.supported]).toEqual([400, -32_022, ['2026-07-28']])
  })

  it('refuses a body of another type', async () => {
    const { status, body } = await send(LIST, { 'content-type': 'text/plain' })
    expect([status, body.error.code]).toEqual([415, -32_000])
  })

  it.each(['GET', 'DELETE', 'PUT', 'OPTIONS'])('answers %s with 405 and what is allowed', async (method) => {
    const { status, headers, body } = await send(undefined, { accept: 'text/event-stream' }, method)
    expect([status, headers.get('allow'), body.error.code]).toEqual([405, 'POST', -32_000])
  })

  it.each([
    ['years before', {}],
    ['2026', { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'ask' }],
  ])('gives back the place of a client of %s that has left', async (_, version) => {
    const asked = defer<AbortSignal | undefined>()
    const ask: Service['ask'] = async function* (_question, options) {
      asked.resolve(options?.signal)
      yield { kind: 'delta', text: '门诊量' }
      // As a language model that has stopped talking.
      await new Promise((_resolve, reject) => {
        options?.signal?.addEventListener('abort', () => reject(options.signal?.reason))
      })
    }
    const ending = new Ending()
    const app = createApp({ ...fakeParts({ ask }), ending })
    const leaving = new AbortController()
    const params = {
      name: 'ask',
      arguments: { question: '门诊量' },
      ...('mcp-method' in version && { _meta: ENVELOPE }),
    }
    const response = app.request('/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...version },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }),
      signal: leaving.signal,
    })
    await asked.promise
    leaving.abort()
    expect((await response).status).toBe(408)
    expect(ending.running).toBe(0)
  })

  it('refuses pages of other sites in the form of the protocol', async () => {
    const { status, body } = await send(LIST, { origin: 'https://evil.example' })
    expect(status).toBe(403)
    expect(body).toEqual({
      jsonrpc: '2.0',
      id: null,
      error: {
        code: -32_000,
        message: 'Pages of "https://evil.example" may not use this service.',
        data: {
          code: 'foreign-origin',
          hint: 'Name the host in WENBAO_ALLOWED_HOSTS if it is yours.',
          requestId: expect.any(String),
        },
      },
    })
  })

  it('refuses names that a foreign page may have pointed here', async () => {
    const response = await createApp(fakeParts()).request('/mcp', {
      method: 'POST',
      headers: { host: 'evil.example', 'content-type': 'application/json' },
      body: JSON.stringify(LIST),
    })
    expect(response.status).toBe(421)
  })

  it('asks for a key that may read, in the form of the protocol', async () => {
    const { keys: apiKeys } = readKeys('reader:read:key-that-may-read,writer:write:key-that-may-write')
    const app = createApp(fakeParts({}, { apiKeys }))
    const ask = (key?: string) =>
      app.request('/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
        body: JSON.stringify(LIST),
      })
    const [none, wrong, lesser, right] = await Promise.all([
      ask(),
      ask('key-of-nobody-at-all'),
      ask('key-that-may-write'),
      ask('key-that-may-read'),
    ])
    expect([none.status, wrong.status, lesser.status, right.status]).toEqual([401, 401, 403, 200])
    expect(none.headers.get('www-authenticate')).toContain('Bearer')
    expect(await none.json()).toMatchObject({ jsonrpc: '2.0', id: null, error: { code: -32_000 } })
  })
})
