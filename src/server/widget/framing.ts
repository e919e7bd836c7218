// Which sites may frame the conversation and load the widget? Loosens our headers for these two addresses alone.
import type { MiddlewareHandler } from 'hono'
import type { WidgetApp } from '../../widget-apps.ts'
import type { AppEnvironment } from '../app-environment.ts'

const POLICY = 'Content-Security-Policy'

/**
 * To stand before the strict headers, so that it has the last word: the sites of the app may frame it, all else of the policy holds.
 *
 * @param appOf finds the app that is asked for; of an unknown one the page stays forbidden to everybody
 */
export function allowFraming(
  appOf: (id: string | undefined) => WidgetApp | undefined,
): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    const app = appOf(c.req.query('app'))
    if (app === undefined) return
    const strict = c.res.headers.get(POLICY) ?? ''
    c.header(POLICY, strict.replace("frame-ancestors 'none'", `frame-ancestors ${app.origins.join(' ')}`))
    // Knows only one origin, and would be obeyed beside the policy.
    c.header('X-Frame-Options', undefined)
    allowOthers(c.res.headers)
  }
}

/** To stand before the strict headers. The loader holds nothing of anybody's, so every site may load it. */
export function allowLoading(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    allowOthers(c.res.headers)
  }
}

/** Sites that isolate themselves (COEP) load from others only what says this of itself. */
function allowOthers(headers: Headers): void {
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
}
