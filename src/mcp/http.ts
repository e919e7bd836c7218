// How is a request over HTTP answered? Clients of 2026 and of the years before by one address, each reply one JSON body.
import {
  createMcpHandler,
  isLegacyRequest,
  type McpServer,
  WebStandardStreamableHTTPServerTransport,
} from '@modelcontextprotocol/server'
import { orAborted } from '../or-aborted.ts'
import type { McpParts } from './parts.ts'
import { createMcpServer } from './server.ts'

/** Forty turns of 4,000 Chinese characters take 480 KB. */
export const MAX_MCP_BYTES = 512 * 1024
const LIMIT = { maxRequestBodySize: MAX_MCP_BYTES } as const

/**
 * Holds nothing between requests. A handler for each, because the links in a reply follow the address that was asked.
 *
 * @returns 405 for anything but POST, other faults as errors of JSON-RPC
 * @throws the reason of the request's signal when that fires: the library would wait on for an answer that it called off itself
 */
export function answerMcp(request: Request, parts: McpParts): Promise<Response> {
  return orAborted(answerWhole(request, parts), request.signal)
}

async function answerWhole(request: Request, parts: McpParts): Promise<Response> {
  const build = () => createMcpServer(parts)
  if (request.method === 'POST' && (await isLegacyRequest(request, undefined, LIMIT))) {
    return answerLegacy(request, build())
  }
  // Nothing here changes unasked, so nobody has anything to listen for.
  const handler = createMcpHandler(build, { ...LIMIT, legacy: 'reject', maxSubscriptions: 0 })
  return handler.fetch(request)
}

/** The library would answer these clients as an event stream, and those not at all that accept JSON alone, as many do. */
async function answerLegacy(request: Request, server: McpServer): Promise<Response> {
  const transport = new WebStandardStreamableHTTPServerTransport({ ...LIMIT, enableJsonResponse: true })
  await server.connect(transport)
  // Whoever is gone needs no answer: closing stops the work.
  const close = () => void server.close()
  request.signal.addEventListener('abort', close, { once: true })
  try {
    return await transport.handleRequest(acceptingBoth(request))
  } finally {
    request.signal.removeEventListener('abort', close)
    await server.close()
  }
}

/** The transport demands both types of whoever asks, whatever it then answers. */
function acceptingBoth(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('Accept', 'application/json, text/event-stream')
  return new Request(request, { headers })
}
