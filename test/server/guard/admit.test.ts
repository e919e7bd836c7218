// The limits over all doors, as a client meets them.
import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import type { AppSettings } from '../../../src/server/app-environment.ts'
import { defer } from '../../fixtures/deferred.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

const { keys: apiKeys } = readKeys('a:read:aaaaaaaaaaaaaaaa,b:read:bbbbbbbbbbbbbbbb')

function clientOf(settings: Partial<AppSettings>) {
  const app = createApp(fakeParts({}, settings))
  return (path: string, headers: Record<string, string> = {}, address = '203.0.113.9') =>
    app.request(path, { headers }, { incoming: { socket: { remoteAddress: address } } })
}

describe('admit', () => {
  it('refuses more requests than a key may make, over all routes, and says when to come again', async () => {
    const ask = clientOf({ apiKeys, ratePerKey: 2 })
    const headers = { 'x-api-key': 'aaaaaaaaaaaaaaaa' }
    expect((await ask('/api/documents', headers)).headers.get('ratelimit-remaining')).toBe('1')
    expect((await ask('/api/status', headers)).status).toBe(200)
    const refused = await ask('/api/documents', headers)
    const names = [
      'retry-after',
      'ratelimit-limit',
      'ratelimit-remaining',
      'ratelimit-reset',
      'ratelimit-policy',
    ]
    expect([refused.status, ...names.map((name) => refused.headers.get(name))]).toEqual([
      429,
      '30',
      '2',
      '0',
      '60',
      '2;w=60',
    ])
    expect(await refused.json()).toMatchObject({
      error: {
        code: 'rate-limited',
        message: 'Expected at most 2 requests a minute, got more.',
        hint: 'Ask again in 30 s.',
      },
    })
  })

  it('counts one key apart from the other, wherever they come from', async () => {
    const ask = clientOf({ apiKeys, ratePerKey: 1, ratePerAddress: 1 })
    const statusOf = async (key: string, address: string) =>
      (await ask('/api/documents', { 'x-api-key': key }, address)).status
    expect(await statusOf('aaaaaaaaaaaaaaaa', '203.0.113.9')).toBe(200)
    expect(await statusOf('aaaaaaaaaaaaaaaa', '203.0.113.10')).toBe(429)
    expect(await statusOf('bbbbbbbbbbbbbbbb', '203.0.113.9')).toBe(200)
  })

  it('counts guesses by address, without using up the budget of those with a key behind it', async () => {
    const ask = clientOf({ apiKeys, ratePerAddress: 2 })
    const statusOf = async (key: string) => (await ask('/api/documents', { 'x-api-key': key })).status
    const guesses = [await statusOf('guess'), await statusOf('guess2'), await statusOf('guess3')]
    expect(guesses).toEqual([401, 401, 429])
    expect(await statusOf('aaaaaaaaaaaaaaaa')).toBe(200)
  })

  it('limits addresses when others can reach the service, and on this machine only when told', async () => {
    const limitFor = async (settings: Partial<AppSettings>) =>
      (await clientOf(settings)('/api/documents')).headers.get('ratelimit-limit')
    expect(await limitFor({})).toBeNull()
    expect(await limitFor({ host: '0.0.0.0' })).toBe('120')
    expect(await limitFor({ ratePerAddress: 7 })).toBe('7')
    expect(await limitFor({ host: '0.0.0.0', ratePerAddress: 0 })).toBeNull()
  })

  it('never refuses the pages and the probes', async () => {
    const ask = clientOf({ ratePerAddress: 1 })
    await ask('/api/documents')
    for (const path of ['/', '/health', '/ready', '/openapi.json']) expect((await ask(path)).status).toBe(200)
  })

  it('shares its places between all doors, and gives none to who may not ask', async () => {
    const asked = defer<void>()
    const answer = defer<void>()
    const { service } = fakeParts()
    const search = async (question: string) => {
      asked.resolve()
      await answer.promise
      return service.search(question)
    }
    const app = createApp(fakeParts({ search }, { apiKeys, concurrency: 1 }))
    const headers = { 'x-api-key': 'aaaaaaaaaaaaaaaa', 'content-type': 'application/json' }
    const first = app.request('/api/search', { method: 'POST', headers, body: '{"question":"a"}' })
    await asked.promise
    expect((await app.request('/api/status')).status).toBe(401)
    const second = await app.request('/api/status', { headers })
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '1'])
    expect(await second.json()).toMatchObject({ error: { code: 'overloaded' } })
    answer.resolve()
    expect((await first).status).toBe(200)
    expect((await app.request('/api/status', { headers })).status).toBe(200)
  })
})
