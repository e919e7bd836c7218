// GET /metrics: what was counted, in the text form that Prometheus reads.
import { Hono, type MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import * as z from 'zod'
import { AppError } from '../../errors.ts'
import type { App, AppEnvironment } from '../app-environment.ts'
import { admit } from '../guard/admit.ts'
import type { Operation } from '../operation.ts'
import type { Metrics } from './metrics.ts'

/** Of addresses that are none of ours: each would else be a label of its own. */
const NO_ROUTE = 'none'

/**
 * A key that may read is enough: one that may do more has no place in the settings of a monitor. Whoever only came by the widget
 * has no business here.
 */
export function metricsRoutes({ registry }: Metrics): App {
  const app = new Hono<AppEnvironment>()
  app.get('/metrics', admit('read', { takesPlace: false }), async (c) => {
    const access = c.get('access')
    if (access.kind === 'granted' && access.isShared) {
      throw new AppError('forbidden', 'Expected a key, got a token of the widget.')
    }
    c.header('Cache-Control', 'no-store')
    return c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType })
  })
  return app
}

export function countRequests(metrics: Metrics): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    // Middleware stands under a pattern with a star.
    const route = matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? NO_ROUTE
    metrics.request(route, c.req.method, c.res.status, (performance.now() - started) / 1000)
  }
}

export const metricsOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/metrics',
    operationId: 'getMetrics',
    summary: 'Counters for Prometheus',
    description:
      'Requests by route and status, stages of answers, refusals and degraded answers by reason, the index and its learning. Holds no question and no part of a report.',
    tag: 'service',
    scope: 'read',
    reply: {
      schema: z.string(),
      mediaType: 'text/plain',
      description: 'The text form of Prometheus, version 0.0.4.',
      examples: { plain: '# TYPE wenbao_ready gauge\nwenbao_ready 1\n' },
    },
    errors: {},
  },
]
