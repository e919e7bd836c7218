import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { tokenFor } from '../../../src/web/embed/token.ts'

const realFetch = globalThis.fetch
let asked: unknown[] = []
let answer: () => Promise<Response>

beforeEach(() => {
  asked = []
  answer = async () => Response.json({ token: `token-${asked.length}`, expiresIn: 900 })
  globalThis.fetch = async (path, init) => {
    asked.push([path, JSON.parse(String(init?.body))])
    return answer()
  }
})
afterEach(() => {
  globalThis.fetch = realFetch
})

describe('tokenFor', () => {
  it('asks once for the app and the site, however many wait', async () => {
    const authorise = tokenFor('intranet', 'https://a.example')
    const tokens = await Promise.all([authorise(), authorise(), authorise()])
    expect([...tokens, await authorise()]).toEqual(['token-1', 'token-1', 'token-1', 'token-1'])
    expect(asked).toEqual([['/embed/token', { app: 'intranet', origin: 'https://a.example' }]])
  })

  it('renews a token a minute before its end', async () => {
    let now = 0
    const authorise = tokenFor('intranet', 'https://a.example', () => now)
    await authorise()
    now = 839_999
    expect(await authorise()).toBe('token-1')
    now = 840_000
    expect(await authorise()).toBe('token-2')
  })

  it('renews a token that was turned down, and no younger one', async () => {
    const authorise = tokenFor('intranet', 'https://a.example')
    await authorise()
    expect(await authorise('token-1')).toBe('token-2')
    expect(await authorise('token-1')).toBe('token-2')
  })

  it('says what the service says when it gives none, and asks again the next time', async () => {
    const authorise = tokenFor('intranet', 'https://a.example')
    const error = { code: 'forbidden', message: 'Expected another site.' }
    answer = async () => Response.json({ error }, { status: 403 })
    await expect(authorise()).rejects.toMatchObject(error)
    answer = () => Promise.reject(new TypeError('no network'))
    await expect(authorise()).rejects.toMatchObject({ code: 'unreachable' })
    answer = async () => Response.json({ token: 'late', expiresIn: 900 })
    expect(await authorise()).toBe('late')
  })
})
