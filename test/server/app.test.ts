import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/server/app.ts'
import { fakeParts } from '../fixtures/fake-service.ts'

describe('createApp', () => {
  it('answers an unknown address with 404 in the error form', async () => {
    const response = await createApp(fakeParts()).request('/nothing/%E6%9C%89')
    expect(response.status).toBe(404)
    expect(await response.json()).toEqual({
      error: {
        code: 'not-found',
        message: 'There is nothing at this address.',
        hint: 'GET /openapi.json lists what there is.',
        requestId: response.headers.get('x-request-id'),
      },
    })
  })

  it.each([
    ['GET', '/api/search', 'POST'],
    ['PUT', '/api/documents/0123456789abcdef', 'GET, DELETE, HEAD'],
    ['POST', '/', 'GET, HEAD'],
    ['PUT', '/health', 'GET, HEAD'],
  ])('answers %s %s with 405 and what is allowed', async (method, path, allowed) => {
    const response = await createApp(fakeParts()).request(path, { method })
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed])
    expect(await response.json()).toMatchObject({ error: { code: 'method-not-allowed' } })
  })

  it('answers HEAD where it answers GET', async () => {
    const response = await createApp(fakeParts()).request('/health', { method: 'HEAD' })
    expect([response.status, await response.text()]).toEqual([200, ''])
  })

  it('keeps a sound request id and replaces any other', async () => {
    const idFor = async (sent: string) => {
      const response = await createApp(fakeParts()).request('/health', { headers: { 'x-request-id': sent } })
      return response.headers.get('x-request-id')
    }
    expect(await idFor('trace-1')).toBe('trace-1')
    expect(await idFor('a b"c')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('forbids every other host and every frame, on every reply', async () => {
    const app = createApp(fakeParts())
    for (const path of ['/', '/d/0123456789abcdef', '/api/documents', '/nothing']) {
      const { headers } = await app.request(path)
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      )
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  it('says on every JSON reply that it is UTF-8', async () => {
    const app = createApp(fakeParts())
    for (const path of ['/api/documents', '/openapi.json', '/nothing']) {
      expect((await app.request(path)).headers.get('content-type')).toBe('application/json; charset=utf-8')
    }
  })

  it('allows no foreign page to read a reply', async () => {
    const response = await createApp(fakeParts()).request('/api/search', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(response.status).toBe(405)
    expect([...response.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('logs a request by its path as sent, so that no line can be forged', async () => {
    const parts = fakeParts()
    await createApp(parts).request('/a%0d%0aFAKE')
    expect(parts.logged.map((line) => JSON.parse(line).path)).toEqual(['/a%0d%0aFAKE'])
  })
})
