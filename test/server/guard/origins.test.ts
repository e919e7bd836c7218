import { describe, expect, it } from 'vitest'
import { readKeys } from '../../../src/keys.ts'
import { createApp } from '../../../src/server/app.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

const { keys: apiKeys } = readKeys('office:read:0123456789abcdef')
const OURS = 'https://intranet.example'

function appFor(corsOrigins: string[]) {
  return createApp(fakeParts({}, { apiKeys, corsOrigins }))
}

function preflight(origin: string, corsOrigins: string[]) {
  const headers = {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  }
  return appFor(corsOrigins).request('/api/ask', { method: 'OPTIONS', headers })
}

describe('allowOrigins', () => {
  it('answers the question a browser asks first, for which it sends no key', async () => {
    const { status, headers } = await preflight(OURS, [OURS])
    expect([status, headers.get('access-control-allow-origin')]).toEqual([204, OURS])
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type')
    expect(headers.get('access-control-allow-credentials')).toBeNull()
  })

  it.each(['https://evil.example', 'http://intranet.example', `${OURS}.evil.example`, 'null'])(
    'allows nothing to %s, which is not listed',
    async (origin) => {
      expect((await preflight(origin, [OURS])).headers.get('access-control-allow-origin')).toBeNull()
    },
  )

  it('lets a listed page read a refusal too, so that it can say why', async () => {
    const response = await appFor([OURS]).request('/api/documents', { headers: { origin: OURS } })
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([401, OURS])
    expect(response.headers.get('access-control-expose-headers')).toContain('retry-after')
    expect(response.headers.get('vary')).toBe('Origin')
  })

  it('allows every page when told so', async () => {
    expect((await preflight('https://any.example', ['*'])).headers.get('access-control-allow-origin')).toBe(
      '*',
    )
  })
})
