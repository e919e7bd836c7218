// /mcp: the door for programs that speak the Model Context Protocol over HTTP; its faults are errors of JSON-RPC.
import { type Context, Hono } from 'hono'
import { answerMcp, MAX_MCP_BYTES } from '../mcp/http.ts'
import type { App, AppEnvironment, AppParts } from './app-environment.ts'
import { requestSignal } from './ending.ts'
import { type ErrorBody, errorOf, statusOf } from './errors.ts'
import { admit } from './guard/admit.ts'
import { refuseForeignOrigins } from './guard/foreign-origin.ts'
import { publicUrl } from './public-url.ts'

/** Of the range that the protocol leaves to servers. */
const SERVER_ERROR = -32_000

export function mcpRoutes({ service, log, settings }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.use('/mcp', refuseForeignOrigins(settings, refuseOrigin), admit('read', { maxBody: MAX_MCP_BYTES }))
  // For every method: openapi.json describes routes of one method each, and this protocol describes itself.
  app.all('/mcp', async (c): Promise<Response> => {
    if (c.req.method === 'POST') {
      const { method, url, raw } = c.req
      // Its body was read already.
      const body = await c.req.arrayBuffer()
      const request = new Request(url, { method, headers: raw.headers, body, signal: requestSignal(c) })
      return answerMcp(request, { service, log, linkTo: (path) => publicUrl(c, path) })
    }
    // Older clients try for a stream of its own, or to end a session.
    c.header('Allow', 'POST')
    const message = `Expected POST here, got ${c.req.method}.`
    return c.json(rpcErrorOf({ code: 'method-not-allowed', message, requestId: c.get('requestId') }), 405)
  })
  app.onError((error, c) => {
    const body = errorOf(error, { log, requestId: c.get('requestId') })
    return c.json(rpcErrorOf(body.error), statusOf(error))
  })
  return app
}

function refuseOrigin(c: Context<AppEnvironment>, origin: string): Response {
  const error = {
    code: 'foreign-origin',
    message: `Pages of ${JSON.stringify(origin)} may not use this service.`,
    hint: 'Name the host in WENBAO_ALLOWED_HOSTS if it is yours.',
    requestId: c.get('requestId'),
  }
  return c.json(rpcErrorOf(error), 403)
}

/** Without an id: what was asked hasn't been read yet. */
function rpcErrorOf({ message, ...data }: ErrorBody['error']) {
  return { jsonrpc: '2.0', error: { code: SERVER_ERROR, message, data }, id: null }
}
