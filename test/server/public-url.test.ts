import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import type { AppEnvironment } from '../../src/server/app-environment.ts'
import { namePublicUrl, publicUrl } from '../../src/server/public-url.ts'

async function linkFrom(settings: { publicUrl?: string }): Promise<string> {
  const app = new Hono<AppEnvironment>()
  app.use(namePublicUrl(settings))
  app.get('/here', (c) => c.text(publicUrl(c, '/d/a#1')))
  return (await app.request('http://127.0.0.1:8787/here?x=1')).text()
}

describe('publicUrl', () => {
  it('takes the address that is set, a folder included', async () => {
    expect(await linkFrom({ publicUrl: 'https://kb.example.com/wenbao/' })).toBe(
      'https://kb.example.com/wenbao/d/a#1',
    )
  })

  it('takes the address the request came to when none is set', async () => {
    expect(await linkFrom({})).toBe('http://127.0.0.1:8787/d/a#1')
  })
})
