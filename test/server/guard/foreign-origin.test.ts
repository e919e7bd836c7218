import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnvironment } from '../../../src/server/app-environment.ts'
import { type KnownOrigins, refuseForeignOrigins } from '../../../src/server/guard/foreign-origin.ts'

/** @param origin absent: none is sent */
async function statusFor(origin?: string, known: Partial<KnownOrigins> = {}): Promise<number> {
  const app = new Hono<AppEnvironment>()
  app.use(
    refuseForeignOrigins({ host: '127.0.0.1', allowedHosts: [], ...known }, (c) => c.text('refused', 403)),
  )
  app.get('/', (c) => c.text('passed'))
  const headers = { host: 'reports.lan:8787', ...(origin !== undefined && { origin }) }
  return (await app.request('/', { headers })).status
}

describe('refuseForeignOrigins', () => {
  it.each([
    undefined,
    'http://localhost:6274',
    'http://127.0.0.1',
    'http://[::1]:3000',
    'http://reports.lan:8787',
  ])('lets %s pass while only this machine reaches the service', async (origin) => {
    expect(await statusFor(origin)).toBe(200)
  })

  it.each([
    'https://evil.example',
    'http://localhost.evil.example',
    'http://127.0.0.1.evil.example',
    'http://reports.lan:9999',
    'null',
    '',
    'file://',
    'localhost',
  ])('refuses %s', async (origin) => {
    expect(await statusFor(origin)).toBe(403)
  })

  it('lets pages of this machine pass no longer when others reach the service', async () => {
    expect(await statusFor('http://localhost:3000', { host: '0.0.0.0' })).toBe(403)
    expect(await statusFor('http://reports.lan:8787', { host: '0.0.0.0' })).toBe(200)
  })

  it('lets names pass that are allowed, and the address that others know us by', async () => {
    const known = {
      host: '0.0.0.0',
      allowedHosts: ['chat.example'],
      corsOrigins: ['https://intranet.example'],
      publicUrl: 'https://reports.example/',
    }
    expect(await statusFor('https://chat.example:8443', known)).toBe(200)
    expect(await statusFor('https://intranet.example', known)).toBe(200)
    expect(await statusFor('http://intranet.example', known)).toBe(403)
    expect(await statusFor('https://reports.example', known)).toBe(200)
    expect(await statusFor('https://evil.example', { corsOrigins: ['*'] })).toBe(200)
  })
})
