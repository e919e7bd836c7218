// A secret in the log: canaries in every secret setting and header, then every door, and nothing that leaves may hold one.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { createApp, OPERATIONS } from '../../src/server/app.ts'
import { type ChatServer, failing, serveChat } from '../fixtures/chat-server.ts'
import { fakeParts, REPORT_ID } from '../fixtures/fake-service.ts'
import { type QuickService, quickService } from './quick-service.ts'

const READER = 'canary-key-of-a-reader'
const ADMIN = 'canary-key-of-an-admin'
const QUESTION = '藏书（canary-question）有多少册？'
const SECRETS = [READER, ADMIN, 'canary-key-that-is-wrong', 'canary-cookie', 'sk-canary']
const HEADERS: readonly Record<string, string>[] = [
  {},
  { authorization: `Bearer ${READER}` },
  { authorization: `Bearer ${ADMIN}` },
  { 'x-api-key': ADMIN },
  { authorization: 'Bearer canary-key-that-is-wrong' },
  { authorization: 'Basic canary-key-that-is-wrong', cookie: 'session=canary-cookie' },
  { authorization: `Bearer wbw_${Buffer.from(READER).toString('base64url')}.x` },
]

let model: ChatServer
let service: QuickService
beforeAll(async () => {
  // Its faults repeat the key and the prompt, as real ones do.
  model = await serveChat(failing(401))
  service = await quickService(undefined, {
    WENBAO_API_KEYS: `office:read:${READER},boss:admin:${ADMIN}`,
    WENBAO_RATE_PER_ADDRESS: '0',
    WENBAO_REFUSAL_THRESHOLD: '0',
    OPENAI_BASE_URL: `${model.url}/v1`,
    OPENAI_API_KEY: 'sk-canary',
    WENBAO_CHAT_MODEL: 'small',
  })
})
afterAll(async () => {
  await service.close()
  await model.close()
})

/** @returns all that came back, with its headers */
async function askAllDoors(headers: Record<string, string>): Promise<string> {
  const rpc = {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: 'ask', arguments: { question: QUESTION } },
  }
  const doors = [
    ...OPERATIONS.map(({ method, path, request }) => ({
      path: path.replace('{id}', REPORT_ID),
      method,
      body: request && request.mediaType === undefined && JSON.stringify(Object.values(request.examples)[0]),
    })),
    { path: '/api/ask', method: 'post', body: JSON.stringify({ question: QUESTION }) },
    { path: '/api/ask', method: 'post', body: JSON.stringify({ question: QUESTION, stream: true }) },
    { path: '/api/search', method: 'post', body: `{"question":"${QUESTION}","topK":"canary"` },
    { path: '/mcp', method: 'post', body: JSON.stringify(rpc) },
    { path: '/', method: 'get' },
    { path: `/nothing/at/all?key=${encodeURIComponent(ADMIN)}`, method: 'get' },
  ]
  const replies = await Promise.all(
    doors.map(async ({ path, method, body }) => {
      const response = await fetch(service.url + path, {
        method: method.toUpperCase(),
        headers: { 'content-type': 'application/json', ...headers },
        ...(body && { body }),
      })
      return JSON.stringify([...response.headers]) + (await response.text())
    }),
  )
  return replies.join('\n')
}

describe('a secret that was set or sent', () => {
  it('stands in no reply, no line of the log and no file of the index, whoever asks at whichever door', async () => {
    for (const headers of HEADERS) {
      const told = await askAllDoors(headers)
      for (const secret of SECRETS) expect(told).not.toContain(secret)
    }
    expect(model.keys).toContain('Bearer sk-canary')
    const log = service.logged.join('')
    expect(service.logged.length).toBeGreaterThan(HEADERS.length * OPERATIONS.length)
    expect(log).not.toContain('canary')
    const index = join(service.folder, 'index')
    for (const file of readdirSync(index, { recursive: true, encoding: 'utf8' })) {
      if (/\.\w+$/.test(file)) expect(readFileSync(join(index, file)).includes('canary')).toBe(false)
    }
  })

  it('stands in no metric and no status', async () => {
    for (const path of ['/metrics', '/health', '/ready', '/api/status', '/openapi.json']) {
      const text = await (
        await fetch(service.url + path, { headers: { authorization: `Bearer ${READER}` } })
      ).text()
      expect(text.length).toBeGreaterThan(10)
      expect(text).not.toContain('canary')
    }
  })

  it('stays out of the reply when something breaks, and so do the stack and the question', async () => {
    const fail = () => {
      throw new Error('broken at /srv/wenbao/src/x.ts:1:2 with canary-detail')
    }
    const parts = fakeParts({ search: fail, ask: fail, documents: fail, embed: fail, status: fail })
    const app = createApp(parts)
    for (const { method, path, request } of OPERATIONS) {
      const body = request && JSON.stringify(Object.values(request.examples)[0])
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${ADMIN}` }
      const init = { method: method.toUpperCase(), headers, ...(body && { body }) }
      const text = await (await app.request(path.replace('{id}', REPORT_ID), init)).text()
      expect(text).not.toMatch(/canary|x\.ts|\n\s+at /)
    }
    expect(parts.logged.join('')).not.toContain(ADMIN)
    expect(parts.logged.some((line) => line.includes('"request failed"'))).toBe(true)
  })
})

describe('a secret in a setting at fault', () => {
  it.each([
    { WENBAO_API_KEYS: 'canary' },
    { WENBAO_API_KEYS: 'office:read:canary' },
    { WENBAO_API_KEYS: 'office:everything:canary-key-of-somebody' },
    { WENBAO_API_KEY: 'canary' },
    { WENBAO_EMBEDDING_KEY: 'canary' },
    { OPENAI_API_KEY: 'canary', WENBAO_PORT: 'x' },
    { WENBAO_EMBEDDING_API_KEY: 'canary', WENBAO_PORT: 'x' },
  ])('is not repeated: %j', (env) => {
    let message = ''
    try {
      readConfig(env, '/srv')
    } catch (error) {
      message = String(error) + JSON.stringify(error)
    }
    expect(message).toMatch(/WENBAO_/)
    expect(message).not.toContain('canary')
  })
})
