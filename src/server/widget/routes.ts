// GET /widget.js, GET /embed, POST /embed/token: what a site of others loads, frames, and how a reader there gets in.
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import * as z from 'zod'
import { AppError } from '../../errors.ts'
import type { WidgetApp } from '../../widget-apps.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { limitBody, requireJson } from '../guard/limits.ts'
import { readJson } from '../json-body.ts'
import type { Operation } from '../operation.ts'
import type { WebFiles } from '../web-files.ts'
import { widgetAccess } from './caller.ts'
import { comesFromOwnPage } from './own-origin.ts'
import type { WidgetTokens } from './tokens.ts'

/** s; sites load it with every page, and an update should reach them within minutes. */
const LOADER_AGE_S = 300

/** A name and an address, each far shorter. */
const MAX_TOKEN_BYTES = 4 * 1024

const tokenRequest = z.object({
  app: z.string().max(64).describe('Id of the app, as in WENBAO_APPS.'),
  origin: z.string().max(300).describe('Origin of the page around the frame.'),
})

const tokenReply = z.strictObject({
  token: z.string().describe('To be sent as `Authorization: Bearer TOKEN`, to /api/ alone.'),
  expiresIn: z.int().describe('s'),
})

export function widgetRoutes(
  { settings }: Pick<AppParts, 'settings'>,
  tokens: WidgetTokens,
  files: WebFiles,
): App {
  const app = new Hono<AppEnvironment>()
  const findApp = (id: string | undefined) => appOf(settings, id)
  app.use('/widget.js', etag())
  app.get('/widget.js', (c) =>
    c.body(files.loader(), 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': `public, max-age=${LOADER_AGE_S}`,
    }),
  )
  app.get('/embed', (c) => {
    known(findApp(c.req.query('app')))
    return c.html(files.html('embed'), 200, { 'Cache-Control': 'no-cache' })
  })
  app.post('/embed/token', requireJson(), limitBody(MAX_TOKEN_BYTES), async (c) => {
    const { app: id, origin } = await readJson(c, tokenRequest)
    if (comesFromOwnPage(c, settings) !== true) {
      throw new AppError('forbidden', 'Expected a request of the page /embed, got one from elsewhere.', {
        hint: 'Behind a proxy, name the address readers use in WENBAO_PUBLIC_URL.',
      })
    }
    const { origins } = known(findApp(id))
    if (!origins.includes(origin)) {
      throw new AppError(
        'forbidden',
        `Expected a page of the sites of this app, got ${JSON.stringify(origin)}.`,
        {
          hint: 'Its sites are listed in WENBAO_APPS.',
        },
      )
    }
    c.set('access', widgetAccess(id))
    c.header('Cache-Control', 'no-store')
    await c.get('limits').rate(c, async () => {})
    return c.json(tokens.issue({ app: id, origin }))
  })
  return app
}

export function appOf({ apps = [] }: AppParts['settings'], id: string | undefined): WidgetApp | undefined {
  return apps.find((app) => app.id === id)
}

function known(app: WidgetApp | undefined): WidgetApp {
  if (app !== undefined) return app
  throw new AppError('not-found', 'There is no app of this id.', {
    hint: 'WENBAO_APPS lists those there are.',
  })
}

export const widgetOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/embed/token',
    operationId: 'createWidgetToken',
    summary: 'A short-lived token for a reader in a widget',
    description:
      'Asked for by the page /embed alone, for the site that frames it. The token lets its bearer ask, search and read, and is counted by app and address.',
    tag: 'service',
    request: {
      schema: tokenRequest,
      examples: { plain: { app: 'intranet', origin: 'https://intranet.example' } },
    },
    reply: {
      schema: tokenReply,
      description: 'The token.',
      examples: { plain: { token: 'wbw_eyJhcHAiOiJpbnRyYW5ldCJ9.c2lnbmF0dXJl', expiresIn: 900 } },
    },
    errors: {
      400: 'The body is not JSON, or a field is not as described.',
      403: 'The request does not come from the page /embed, or the app is for other sites.',
      404: 'There is no app of this id.',
      413: 'The body is larger than 4 KB.',
      415: 'The content type is not application/json.',
      429: 'Too many requests from this app and address.',
    },
  },
]
