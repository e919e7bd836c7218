import { describe, expect, it, onTestFinished } from 'vitest'
import { checkAccess, checkChat, checkLock, checkMemory } from '../../../src/cli/doctor/service.ts'
import { acquireLock } from '../../../src/collection/lock.ts'
import { readConfig } from '../../../src/config.ts'
import { serveLoopback } from '../../embed/loopback.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const configOf = (env: Record<string, string>) => readConfig(env, '/srv')

describe('checkAccess', () => {
  it('fails where the service would not start, and warns where everybody may come in', () => {
    expect(checkAccess(configOf({})).status).toBe('ok')
    expect(checkAccess(configOf({ WENBAO_HOST: '0.0.0.0' })).status).toBe('fail')
    expect(checkAccess(configOf({ WENBAO_HOST: '0.0.0.0', WENBAO_INSECURE: 'true' })).status).toBe('warn')
    const keys = { WENBAO_HOST: '0.0.0.0', WENBAO_API_KEYS: 'office:read:0123456789abcdef' }
    expect(checkAccess(configOf(keys)).status).toBe('ok')
  })
})

describe('checkLock', () => {
  it('says who holds it', () => {
    const folder = temporaryFolder()
    expect(checkLock(folder).status).toBe('ok')
    const lock = acquireLock(folder)
    expect(checkLock(folder)).toMatchObject({
      status: 'warn',
      message: expect.stringContaining('is locked by pid'),
    })
    lock.release()
  })
})

describe('checkMemory', () => {
  it('warns below what the model and a learning take', () => {
    expect(checkMemory(4e9)).toEqual({ name: 'memory', status: 'ok', message: '4000 MB available' })
    expect(checkMemory(256e6).status).toBe('warn')
  })
})

describe('checkChat', () => {
  const check = (url: string) =>
    checkChat(configOf({ OPENAI_BASE_URL: url, OPENAI_API_KEY: 'sk-canary', WENBAO_CHAT_MODEL: 'm' }))

  it('tells a model that answers from one that refuses the key or cannot be reached, and never the key', async () => {
    expect(await checkChat(configOf({}))).toEqual([])
    let status = 200
    const server = await serveLoopback((_, response) => response.writeHead(status).end('{}'))
    onTestFinished(() => server.close())
    expect(await check(server.url)).toMatchObject([{ status: 'ok' }])
    status = 401
    const refused = await check(server.url)
    expect(refused).toMatchObject([{ status: 'fail' }])
    expect(JSON.stringify(refused)).not.toContain('sk-canary')
    expect(await check('http://127.0.0.1:1')).toMatchObject([{ status: 'warn' }])
  })
})
