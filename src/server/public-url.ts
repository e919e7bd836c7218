// Under which address do others reach us? For links that must still open outside of our own pages.
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnvironment, AppParts } from './app-environment.ts'

/** Remembers the configured address for `publicUrl`, so that no route has to be handed it. */
export function namePublicUrl({
  publicUrl: configured,
}: Pick<AppParts['settings'], 'publicUrl'>): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    if (configured !== undefined) c.set('publicUrl', configured)
    await next()
  }
}

/**
 * Behind a proxy that speaks https the request itself came by http: then only the setting gives links that open.
 *
 * @param path with a slash at its beginning
 * @returns absolute, http(s)
 */
export function publicUrl(c: Context<AppEnvironment>, path: string): string {
  const base = c.get('publicUrl') ?? new URL(c.req.url).origin
  return base.replace(/\/+$/, '') + path
}
