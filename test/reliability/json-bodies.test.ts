// Deep, huge and poisoned JSON at every door that takes it: a refusal, and nothing inherits from it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OPERATIONS } from '../../src/server/app.ts'
import { type QuickService, quickService } from './quick-service.ts'

const DOORS = [
  ...OPERATIONS.filter(({ request }) => request !== undefined && request.mediaType === undefined).map(
    ({ path }) => path,
  ),
  '/mcp',
]
const DEPTH = 200_000

let service: QuickService
beforeAll(async () => {
  service = await quickService()
})
afterAll(() => service.close())

async function send(path: string, body: string) {
  const headers = { 'content-type': 'application/json', origin: service.url }
  const response = await fetch(service.url + path, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

describe.each(DOORS)('deep or huge JSON at %s', (path) => {
  it.each([
    ['200,000 nested lists', '['.repeat(DEPTH)],
    ['200,000 nested lists, closed', '['.repeat(DEPTH) + ']'.repeat(DEPTH)],
    ['30,000 nested objects', `${'{"a":'.repeat(30_000)}1${'}'.repeat(30_000)}`],
    ['a text of two megabytes', JSON.stringify({ question: 'a'.repeat(2 << 20) })],
    ['numbers beyond all', '{"question":1e999,"topK":-1e999,"model":1e999,"messages":1e999}'],
    ['a list where an object should be', '[]'],
    ['nothing', 'null'],
    ['half of it', '{"question":"藏'],
  ])('is refused: %s', async (_, body) => {
    const { status, text } = await send(path, body)
    expect([400, 413]).toContain(status)
    expect(text).toMatch(/"error(?:_code)?"/)
    expect(text).not.toMatch(/\.(?:ts|js):\d|node_modules/)
  })

  it('poisons no prototype', async () => {
    const poison = '{"polluted":"yes","scopes":["admin"],"topK":50}'
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      for (const body of [
        `{"question":"藏书","${key}":${poison}}`,
        `{"question":"藏书","filters":{"${key}":${poison}}}`,
        `{"model":"wenbao","messages":[{"role":"user","content":"藏书","${key}":${poison}}],"${key}":${poison}}`,
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"search","arguments":{"query":"藏书","${key}":${poison}}}}`,
      ]) {
        expect((await send(path, body)).status).toBeLessThan(500)
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('a refused upload of some megabytes', () => {
  it('leaves the next request a connection', async () => {
    const body = new Uint8Array(3 << 20)
    for (const headers of [{ 'content-type': 'application/json' }, { 'content-type': 'text/plain' }]) {
      for (let i = 0; i < 20; i++) {
        const response = await fetch(`${service.url}/api/search`, { method: 'POST', headers, body })
        expect([413, 415]).toContain(response.status)
        expect(response.headers.get('connection')).toBe('close')
        await response.text()
        expect((await send('/api/search', '{"question":"藏书多少册？"}')).status).toBe(200)
      }
    }
  })
})

describe('the service after them', () => {
  it('answers as before', async () => {
    const { status, text } = await send('/api/search', '{"question":"藏书多少册？"}')
    expect([status, JSON.parse(text).passages.length > 0]).toEqual([200, true])
  })
})
