import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { AppError } from '../../../src/errors.ts'
import type { AppEnvironment } from '../../../src/server/app-environment.ts'
import { identifyCaller, requireScope } from '../../../src/server/guard/access.ts'
import { identifyWidget } from '../../../src/server/widget/caller.ts'
import { createWidgetTokens } from '../../../src/server/widget/tokens.ts'

const SETTINGS = { host: '127.0.0.1', allowedHosts: [], concurrency: 8 }

describe('identifyWidget', () => {
  const tokens = createWidgetTokens()
  const { token } = tokens.issue({ app: 'intranet', origin: 'https://a.example' })
  const app = new Hono<AppEnvironment>()
  app.use(identifyCaller([]), identifyWidget(tokens, SETTINGS))
  app.onError((error, c) => c.text(error instanceof AppError ? error.code : String(error)))
  app.get('/api/read', requireScope('read'), (c) => c.json(c.get('access')))
  app.get('/api/write', requireScope('write'), (c) => c.text('written'))
  app.get('/v1/read', requireScope('read'), (c) => c.text('read'))
  const ask = async (path: string, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    (await app.request(path, { headers })).text()

  it('lets a token read under the name of its app, shared by all who have one', async () => {
    expect(JSON.parse(await ask('/api/read'))).toEqual({
      kind: 'granted',
      name: 'widget intranet',
      scopes: ['read'],
      isShared: true,
    })
  })

  it('lets it write nothing, and into no other door, even where all is open', async () => {
    expect(await ask('/api/write')).toBe('forbidden')
    expect(await ask('/v1/read')).toBe('unauthorised')
    expect(await ask('/v1/read', {})).toBe('read')
  })

  it('takes it from a page of ours and from no other', async () => {
    const authorization = `Bearer ${token}`
    expect(await ask('/api/read', { authorization, origin: 'http://localhost' })).toContain('widget intranet')
    expect(await ask('/api/read', { authorization, origin: 'https://a.example' })).toBe('unauthorised')
  })
})
