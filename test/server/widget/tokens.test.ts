import { describe, expect, it } from 'vitest'
import { createWidgetTokens } from '../../../src/server/widget/tokens.ts'

const GRANT = { app: 'intranet', origin: 'https://a.example' }
const MINUTE_MS = 60_000

describe('createWidgetTokens', () => {
  it('knows a token of its own by app and site', () => {
    const tokens = createWidgetTokens()
    expect(tokens.verify(tokens.issue(GRANT).token)).toEqual(GRANT)
  })

  it('forgets a token after a quarter of an hour, to the millisecond', () => {
    let now = 0
    const tokens = createWidgetTokens(Buffer.from('secret'), () => now)
    const { token, expiresIn } = tokens.issue(GRANT)
    expect(expiresIn).toBe(900)
    now = 15 * MINUTE_MS - 1
    expect(tokens.verify(token)).toEqual(GRANT)
    now = 15 * MINUTE_MS
    expect(tokens.verify(token)).toBeUndefined()
  })

  it('refuses a token of another process', () => {
    expect(createWidgetTokens().verify(createWidgetTokens().issue(GRANT).token)).toBeUndefined()
  })

  it('refuses a token that was changed anywhere', () => {
    const tokens = createWidgetTokens()
    const { token } = tokens.issue(GRANT)
    const changed = [...token].map((letter, i) => {
      // The last letter of a signature holds two bits that mean nothing.
      const other = letter === 'A' ? 'Q' : 'A'
      return token.slice(0, i) + other + token.slice(i + 1)
    })
    expect(changed.slice(0, -1).filter((text) => tokens.verify(text) !== undefined)).toEqual([])
  })

  it('refuses the signature of one token under the words of another', () => {
    const tokens = createWidgetTokens()
    const [, signature = ''] = tokens.issue(GRANT).token.split('.')
    const words = Buffer.from(JSON.stringify({ app: 'other', origin: GRANT.origin, expires: 9e15 }))
    expect(tokens.verify(`wbw_${words.toString('base64url')}.${signature}`)).toBeUndefined()
  })

  it.each(['', 'wbw_', 'wbw_.', 'wbw_a.b', 'wbw_..', 'wb_0123456789abcdef', '令牌'])(
    'refuses %j, which was never one',
    (text) => {
      expect(createWidgetTokens().verify(text)).toBeUndefined()
    },
  )
})
