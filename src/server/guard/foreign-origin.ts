// Does a page of another site send this? Browsers name the page's origin, which only a page can't forge.
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'
import { isLoopback } from './hosts.ts'

export interface KnownOrigins {
  /** Where the service listens. */
  readonly host: string
  /** Names, lower case. */
  readonly allowedHosts: readonly string[]
  /** `https://name[:port]`, or `*` for any. */
  readonly corsOrigins?: readonly string[]
  /** The address that others know us by. */
  readonly publicUrl?: string
}

/**
 * Programs send no origin and pass. Of pages pass: our own, those of names that are allowed, and those served from this machine
 * while nobody else reaches the service.
 *
 * @param refuse makes the reply in the door's own form
 */
export function refuseForeignOrigins(
  { host, allowedHosts, corsOrigins = [], publicUrl }: KnownOrigins,
  refuse: (c: Context<AppEnvironment>, origin: string) => Response,
): MiddlewareHandler<AppEnvironment> {
  const ownOrigin = publicUrl && new URL(publicUrl).origin
  const isPrivate = isLoopback(host)
  return async (c, next) => {
    const origin = c.req.header('origin')
    if (origin === undefined || corsOrigins.includes('*') || corsOrigins.includes(origin)) return next()
    // `null` is what a page in a sandbox is called.
    const page = URL.canParse(origin) ? new URL(origin) : undefined
    const isOurs =
      page !== undefined &&
      (origin === ownOrigin ||
        page.host === c.req.header('host')?.toLowerCase() ||
        allowedHosts.includes(page.hostname) ||
        (isPrivate && isLoopback(page.hostname)))
    return isOurs ? next() : refuse(c, origin)
  }
}
