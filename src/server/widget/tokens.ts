// Whom did we let in by the widget? Short-lived tokens that say so themselves, signed with a secret of this process.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'

/** For whom a token was made. */
export interface WidgetGrant {
  /** Id of the app. */
  readonly app: string
  /** Of the page around the frame. */
  readonly origin: string
}

export interface WidgetTokens {
  /** @returns the token, and how long it is good, s */
  issue(grant: WidgetGrant): { readonly token: string; readonly expiresIn: number }
  /** @returns undefined when it is not ours, was changed, or is too old */
  verify(token: string): WidgetGrant | undefined
}

/** A page left open asks for a new one by itself; a token that leaked is soon worth nothing. */
const LIFETIME_S = 15 * 60

/** Tells a token from a key at a glance, for people and for programs that look for leaked secrets. */
const PREFIX = 'wbw_'
const SECRET_BYTES = 32

const content = z.strictObject({ app: z.string(), origin: z.string(), expires: z.number() })

export function isWidgetToken(presented: string): boolean {
  return presented.startsWith(PREFIX)
}

/**
 * @param secret known to nobody; the default dies with the process, and pages then ask for new tokens
 * @param now ms since 1970
 */
export function createWidgetTokens(secret: Buffer = randomBytes(SECRET_BYTES), now = Date.now): WidgetTokens {
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest()
  return {
    issue({ app, origin }) {
      const expires = now() + LIFETIME_S * 1000
      const payload = Buffer.from(JSON.stringify({ app, origin, expires })).toString('base64url')
      return { token: `${PREFIX}${payload}.${sign(payload).toString('base64url')}`, expiresIn: LIFETIME_S }
    },
    verify(token) {
      const [payload = '', signature = ''] = token.slice(PREFIX.length).split('.')
      const expected = sign(payload)
      const got = Buffer.from(signature, 'base64url')
      if (!isWidgetToken(token) || got.length !== expected.length || !timingSafeEqual(got, expected))
        return undefined
      // Signed by us, so it is what `issue` wrote.
      const { app, origin, expires } = content.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
      return now() < expires ? { app, origin } : undefined
    },
  }
}
