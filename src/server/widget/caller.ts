// Is it a reader in a widget who asks? Their token opens what a reader needs, and nothing else.
import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnvironment, AppParts } from '../app-environment.ts'
import type { Access } from '../guard/access.ts'
import { comesFromOwnPage } from './own-origin.ts'
import { isWidgetToken, type WidgetTokens } from './tokens.ts'

/** Where a token counts: asking, searching and reading; the doors for other programs want a key. */
const READERS_PATHS = /^\/api\//

/** To stand behind `identifyCaller`, whose word it replaces where a token was shown. */
export function identifyWidget(
  tokens: WidgetTokens,
  settings: AppParts['settings'],
): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const token = /^Bearer +(\S+) *$/i.exec(c.req.header('authorization') ?? '')?.[1]
    if (token !== undefined && isWidgetToken(token)) c.set('access', accessBy(token, c))
    return next()
  }

  function accessBy(token: string, c: Context<AppEnvironment>): Access {
    const grant = tokens.verify(token)
    const isItsPlace = READERS_PATHS.test(c.req.path) && comesFromOwnPage(c, settings) !== false
    // Also where no key is asked for: the page then knows to get a new one.
    return grant !== undefined && isItsPlace ? widgetAccess(grant.app) : { kind: 'unknown' }
  }
}

/** @param app its id */
export function widgetAccess(app: string): Access {
  return { kind: 'granted', name: `widget ${app}`, scopes: ['read'], isShared: true }
}
