import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import type { AppSettings } from '../../../src/server/app-environment.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

const SITE = 'https://intranet.example'
const apps = [
  { id: 'intranet', origins: [SITE, 'https://www.example:8443'] },
  { id: 'other', origins: ['https://other.example'] },
]
const { keys: apiKeys } = readKeys('office:read:canary-of-a-reader')

function serve(settings: Partial<AppSettings> = {}) {
  const app = createApp(fakeParts({}, { apps, apiKeys, ...settings }))
  const request = (path: string, init: RequestInit = {}, address = '203.0.113.9') =>
    app.request(path, init, { incoming: { socket: { remoteAddress: address } } })
  const askToken = (
    body: object = { app: 'intranet', origin: SITE },
    origin: string | undefined = 'http://localhost',
    address?: string,
  ) =>
    request(
      '/embed/token',
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(origin && { origin }) },
        body: JSON.stringify(body),
      },
      address,
    )
  const token = async () => ((await (await askToken()).json()) as { token: string }).token
  return { request, askToken, token }
}

describe('POST /embed/token', () => {
  it('gives the page of ours a token that reads', async () => {
    const { request, askToken } = serve()
    const reply = await askToken()
    expect([reply.status, reply.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const { token, expiresIn } = (await reply.json()) as { token: string; expiresIn: number }
    expect(expiresIn).toBe(900)
    const headers = { authorization: `Bearer ${token}` }
    expect((await request('/api/documents', { headers })).status).toBe(200)
    expect((await request('/api/documents')).status).toBe(401)
  })

  it.each([
    ['a page of the site itself', SITE, undefined],
    ['a program that names no page', '', undefined],
    ['a page without an origin', 'null', undefined],
    ['another port of this machine', 'http://localhost:1', undefined],
  ])('refuses %s', async (_, origin) => {
    const reply = await serve().askToken(undefined, origin)
    expect(reply.status).toBe(403)
    expect(await reply.json()).toMatchObject({
      error: { code: 'forbidden', message: 'Expected a request of the page /embed, got one from elsewhere.' },
    })
  })

  it('believes the address that is set when a proxy changed the one it heard', async () => {
    const { askToken } = serve({ publicUrl: 'https://reports.example/base' })
    expect((await askToken(undefined, 'https://reports.example')).status).toBe(200)
  })

  it('refuses a site that is not among those of the app', async () => {
    const reply = await serve().askToken({ app: 'other', origin: SITE })
    expect(reply.status).toBe(403)
    expect(await reply.json()).toMatchObject({
      error: { message: 'Expected a page of the sites of this app, got "https://intranet.example".' },
    })
  })

  it.each([
    [{ app: 'unknown', origin: SITE }, 404],
    [{ app: 'intranet' }, 400],
    [{ app: 'intranet', origin: 'x'.repeat(5000) }, 413],
  ])('answers %j with its fault', async (body, status) => {
    expect((await serve().askToken(body)).status).toBe(status)
  })

  it('counts an app and an address for themselves, also where others are not counted', async () => {
    const { askToken } = serve({ ratePerAddress: 2, apiKeys: [] })
    const statuses = []
    for (let i = 0; i < 3; i++) statuses.push((await askToken()).status)
    statuses.push((await askToken(undefined, undefined, '203.0.113.10')).status)
    statuses.push((await askToken({ app: 'other', origin: 'https://other.example' })).status)
    expect(statuses).toEqual([200, 200, 429, 200, 200])
  })
})

describe('a token', () => {
  it('is refused in the hands of a page of another site', async () => {
    const { request, token } = serve({ corsOrigins: ['*'] })
    const headers = { authorization: `Bearer ${await token()}`, origin: SITE }
    expect((await request('/api/documents', { headers })).status).toBe(401)
  })

  it('is refused when it is not ours, even where nobody is asked for a key', async () => {
    const headers = { authorization: 'Bearer wbw_e30.AAAA' }
    expect((await serve({ apiKeys: [] }).request('/api/documents', { headers })).status).toBe(401)
  })

  it('leaves keys as they are', async () => {
    const headers = { authorization: 'Bearer canary-of-a-reader' }
    expect((await serve().request('/api/documents', { headers })).status).toBe(200)
  })
})

describe('GET /embed', () => {
  it('may be framed by the sites of its app alone, under the policy of all pages else', async () => {
    const { request } = serve()
    const { headers } = await request('/embed?app=intranet')
    const all = (await request('/api/status')).headers.get('content-security-policy') ?? ''
    expect(headers.get('content-security-policy')).toBe(
      all.replace(/frame-ancestors .*/, `frame-ancestors ${SITE} https://www.example:8443`),
    )
    expect(headers.get('x-frame-options')).toBeNull()
  })

  it.each([
    '/embed',
    '/embed?app=unknown',
    '/embed?app=',
    '/api/status?app=intranet',
    '/embed/token?app=intranet',
  ])('leaves %s to nobody', async (path) => {
    const { status, headers } = await serve().request(path)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(status).not.toBe(200)
  })
})

describe('GET /widget.js', () => {
  it('may be loaded by every site, and kept for minutes', async () => {
    const { headers, status } = await serve().request('/widget.js')
    expect([
      status,
      headers.get('content-type'),
      headers.get('cache-control'),
      headers.get('cross-origin-resource-policy'),
    ]).toEqual([200, 'text/javascript; charset=utf-8', 'public, max-age=300', 'cross-origin'])
  })

  it('is not sent again when it has not changed', async () => {
    const { request } = serve()
    const etag = (await request('/widget.js')).headers.get('etag') ?? ''
    expect((await request('/widget.js', { headers: { 'if-none-match': etag } })).status).toBe(304)
  })
})
