import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

const KEY = 'canary-of-a-reader'
const WRITER = 'canary-of-a-writer'
const { keys: apiKeys } = readKeys(`office:read:${KEY},loader:write:${WRITER}`)

function ask(headers: Record<string, string>, parts = fakeParts({}, { apiKeys })) {
  return createApp(parts).request('/api/documents', { headers })
}

describe('requireScope', () => {
  it.each([
    ['Authorization', { authorization: `Bearer ${KEY}` }],
    ['a scheme in small letters', { authorization: `bearer   ${KEY}` }],
    ['x-api-key', { 'x-api-key': KEY }],
  ])('lets a key in by %s', async (_, headers) => {
    expect((await ask(headers)).status).toBe(200)
  })

  it('says how to send a key when none came', async () => {
    const response = await ask({})
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="wenbao"',
    ])
    expect(await response.json()).toEqual({
      error: {
        code: 'unauthorised',
        message: 'Expected a key, got none.',
        hint: 'Send a key: `Authorization: Bearer KEY`, or `x-api-key: KEY`.',
        requestId: response.headers.get('x-request-id'),
      },
    })
  })

  it.each([
    ['another key', { authorization: `Bearer ${KEY}x` }],
    ['a key in a header of another form', { authorization: `Basic ${KEY}` }],
    ['a wrong key beside a right one', { authorization: 'Bearer x', 'x-api-key': KEY }],
    ['an empty header', { authorization: '' }],
  ])('refuses %s with 401', async (_, headers) => {
    const response = await ask(headers)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="wenbao", error="invalid_token"',
    ])
  })

  it('refuses a key of another scope with 403, and names the one it takes', async () => {
    const response = await ask({ 'x-api-key': WRITER })
    expect(response.headers.get('www-authenticate')).toBe(
      'Bearer realm="wenbao", error="insufficient_scope", scope="read"',
    )
    expect(await response.json()).toMatchObject({
      error: { code: 'forbidden', message: 'Expected a key with the scope read, got one with write.' },
    })
  })

  it('takes no key from the address', async () => {
    const app = createApp(fakeParts({}, { apiKeys }))
    expect((await app.request(`/api/documents?api_key=${KEY}`)).status).toBe(401)
  })

  it('asks nobody while no keys are set', async () => {
    expect((await ask({ authorization: 'Bearer whatever' }, fakeParts())).status).toBe(200)
  })

  it.each(['/', '/d/0123456789abcdef', '/health', '/ready', '/openapi.json'])(
    'leaves %s open',
    async (path) => {
      expect((await createApp(fakeParts({}, { apiKeys })).request(path)).status).toBe(200)
    },
  )

  it('logs the name of a key, and never the key', async () => {
    const parts = fakeParts({}, { apiKeys })
    await ask({ authorization: `Bearer ${KEY}` }, parts)
    await ask({ authorization: 'Bearer canary-that-is-wrong' }, parts)
    expect(parts.logged.map((line) => JSON.parse(line).key)).toEqual(['office', undefined])
    expect(parts.logged.join('')).not.toContain('canary')
  })
})
