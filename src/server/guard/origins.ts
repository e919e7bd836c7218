// Pages of which other sites may read our replies? Those that are listed, and none by default.
import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'
import type { AppEnvironment } from '../app-environment.ts'

/** How long a browser need not ask again, s: Chromium's own limit is two hours. */
const PREFLIGHT_AGE_S = 600

/** Beside those that every page may read: what to tell us a fault by, and when to come again. */
const READABLE = [
  'x-request-id',
  'retry-after',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'ratelimit-policy',
  'www-authenticate',
]

/**
 * Never with cookies: there are none, and a key is sent by the page itself.
 *
 * @param origins `https://name[:port]`, or `*` for any; none: browsers keep every foreign page out
 */
export function allowOrigins(origins: readonly string[]): MiddlewareHandler<AppEnvironment> {
  if (origins.length === 0) return async (_, next) => next()
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    exposeHeaders: READABLE,
    maxAge: PREFLIGHT_AGE_S,
  })
}
