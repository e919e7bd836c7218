// Who is asking, and may they? Keys are recognised once a request; each door then demands the scope it needs.
import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../../errors.ts'
import { type ApiKey, findKey, mayDo, type Scope } from '../../keys.ts'
import type { AppEnvironment } from '../app-environment.ts'

export type Access =
  /** No keys are set: everybody may do everything. */
  | { readonly kind: 'open' }
  /** A key, or another proof that a door has checked, such as a token of its own. */
  | { readonly kind: 'granted'; readonly name: string; readonly scopes: readonly Scope[] }
  /** Keys are set, and none came. */
  | { readonly kind: 'missing' }
  /** What came is no key, or none of ours. */
  | { readonly kind: 'unknown' }

const HOW_TO_SEND = 'Send a key: `Authorization: Bearer KEY`, or `x-api-key: KEY`.'

/** Refuses nobody: the pages are open, and a door with tokens of its own may put another `access` in place. */
export function identifyCaller(keys: readonly ApiKey[]): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    c.set('access', accessOf(c, keys))
    return next()
  }
}

/** @throws AppError `unauthorised` without a key we know, `forbidden` when the key has another scope */
export function requireScope(scope: Scope): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const access = c.get('access')
    switch (access.kind) {
      case 'open':
        return next()
      case 'missing':
        c.header('WWW-Authenticate', 'Bearer realm="wenbao"')
        throw new AppError('unauthorised', 'Expected a key, got none.', { hint: HOW_TO_SEND })
      case 'unknown':
        c.header('WWW-Authenticate', 'Bearer realm="wenbao", error="invalid_token"')
        throw new AppError('unauthorised', 'Expected a key that is set here, got another.', {
          hint: HOW_TO_SEND,
        })
      case 'granted':
        if (mayDo(scope, access.scopes)) return next()
        c.header('WWW-Authenticate', `Bearer realm="wenbao", error="insufficient_scope", scope="${scope}"`)
        throw new AppError(
          'forbidden',
          `Expected a key with the scope ${scope}, got one with ${access.scopes}.`,
          {
            hint: 'Whoever runs the service can make one: `wenbao key`.',
          },
        )
      default:
        return access satisfies never
    }
  }
}

function accessOf(c: Context, keys: readonly ApiKey[]): Access {
  if (keys.length === 0) return { kind: 'open' }
  const presented = presentedKey(c)
  if (presented === undefined) return { kind: 'missing' }
  const key = findKey(presented, keys)
  return key === undefined ? { kind: 'unknown' } : { kind: 'granted', name: key.name, scopes: key.scopes }
}

/** @returns the empty text when the header has another form, which no key matches */
function presentedKey(c: Context): string | undefined {
  const authorization = c.req.header('authorization')
  if (authorization !== undefined) return /^Bearer +(\S+) *$/i.exec(authorization)?.[1] ?? ''
  return c.req.header('x-api-key')?.trim()
}
