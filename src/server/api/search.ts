// POST /api/search: a question in, ranked passages out.
import { Hono } from 'hono'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { requestSignal } from '../ending.ts'
import { errorResponse } from '../errors.ts'
import { admit } from '../guard/admit.ts'
import { requireJson } from '../guard/limits.ts'
import { readJson } from '../json-body.ts'
import type { Operation } from '../operation.ts'
import { SEARCH_RESULT } from './examples.ts'
import { searchRequest, searchResult } from './search-schemas.ts'
import { notReadyMessage } from './status.ts'

export function searchRoutes({ service }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/api/search', admit('read'), requireJson(), async (c) => {
    const { question, ...options } = await readJson(c, searchRequest)
    const waiting = notReadyMessage(service.status())
    if (waiting !== undefined) {
      c.header('Retry-After', '2')
      return errorResponse(c, 'not-ready', waiting, 'GET /api/status tells how far it is.')
    }
    return c.json(await service.search(question, { ...options, signal: requestSignal(c) }))
  })
  return app
}

export const searchOperations: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/search',
    operationId: 'search',
    summary: 'Passages that answer a question',
    description:
      'An organisation or a year named in the question filters when certain and only boosts when likely; `routing` says which.',
    tag: 'search',
    scope: 'read',
    request: {
      schema: searchRequest,
      examples: {
        plain: { question: '2024年门诊量是多少？' },
        filtered: { question: '获得了哪些荣誉？', topK: 5, filters: { years: [2024] }, explain: true },
      },
    },
    reply: {
      schema: searchResult,
      description: 'Passages, best first.',
      examples: { plain: SEARCH_RESULT },
      links: { document: { operationId: 'getDocument', parameters: { id: '/passages/0/document/id' } } },
    },
    errors: {
      400: 'The body is not JSON, or a field is not as described.',
      413: 'The body is larger than 64 KB.',
      415: 'The content type is not application/json.',
      503: 'A first learning is under way, or too many requests at once.',
    },
  },
]
