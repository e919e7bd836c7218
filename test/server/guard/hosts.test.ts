import { describe, expect, it } from 'vitest'
import { createApp } from '../../../src/server/app.ts'
import { isLoopback } from '../../../src/server/guard/hosts.ts'
import { fakeParts } from '../../fixtures/fake-service.ts'

async function statusFor(
  host: string,
  settings: { host?: string; allowedHosts?: string[]; publicUrl?: string } = {},
): Promise<number> {
  const response = await createApp(fakeParts({}, settings)).request('/api/documents', { headers: { host } })
  return response.status
}

describe('checkHost', () => {
  it.each(['localhost:8787', '127.0.0.1', '127.0.0.1:9', '[::1]:8787', 'LOCALHOST'])(
    'answers to %s on this machine',
    async (host) => {
      expect(await statusFor(host)).toBe(200)
    },
  )

  it.each([
    'evil.example',
    'evil.example:8787',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.evil.com',
    '',
  ])('refuses %s, which a foreign page may have pointed here', async (host) => {
    expect(await statusFor(host)).toBe(421)
  })

  it('answers to the names that are allowed', async () => {
    expect(await statusFor('Reports.example:443', { allowedHosts: ['reports.example'] })).toBe(200)
  })

  it('answers to the name of its public address', async () => {
    expect(await statusFor('reports.example', { publicUrl: 'https://reports.example:8443/kb' })).toBe(200)
  })

  it('answers to any name when open to others, unless names are given', async () => {
    expect(await statusFor('server.lan', { host: '0.0.0.0' })).toBe(200)
    expect(await statusFor('evil.example', { host: '0.0.0.0', allowedHosts: ['server.lan'] })).toBe(421)
  })
})

describe('isLoopback', () => {
  it('knows the addresses that never leave the machine', () => {
    const hosts = [
      '127.0.0.1',
      '127.8.8.8',
      '::1',
      '[::1]',
      'localhost',
      '0.0.0.0',
      '::',
      '10.0.0.1',
      '127.1.com',
      '',
    ]
    expect(hosts.filter(isLoopback)).toEqual(['127.0.0.1', '127.8.8.8', '::1', '[::1]', 'localhost'])
  })
})
