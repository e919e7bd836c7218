// What does HTTP see? The whole service as a value; listening is another file.
import { Hono, type MiddlewareHandler } from 'hono'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { Log } from '../log.ts'
import { askOperations, askRoutes } from './api/ask.ts'
import { documentOperations, documentRoutes } from './api/documents.ts'
import { jobRoutes } from './api/jobs.ts'
import { searchOperations, searchRoutes } from './api/search.ts'
import { statusOperations, statusRoutes } from './api/status.ts'
import { uploadOperations } from './api/upload-operations.ts'
import { previewRoutes, uploadRoutes } from './api/uploads.ts'
import type { App, AppEnvironment, AppParts } from './app-environment.ts'
import { sendJsonInPieces } from './byte-stream.ts'
import { difyOperations, difyRoutes } from './dify/retrieval.ts'
import { docsRoutes } from './docs.ts'
import { Ending, followEnding } from './ending.ts'
import { answerErrors, errorResponse } from './errors.ts'
import { type Access, identifyCaller } from './guard/access.ts'
import { shareLimits } from './guard/admit.ts'
import { checkHost } from './guard/hosts.ts'
import { announceCut } from './guard/limits.ts'
import { refuseOtherMethods } from './guard/methods.ts'
import { allowOrigins } from './guard/origins.ts'
import { mcpRoutes } from './mcp.ts'
import { createMetrics } from './metrics/metrics.ts'
import { observeService } from './metrics/observed-service.ts'
import { countRequests, metricsOperations, metricsRoutes } from './metrics/routes.ts'
import { openAiOperations } from './openai/operations.ts'
import { openAiRoutes } from './openai/routes.ts'
import { openApiRoutes } from './openapi.ts'
import { pageRoutes } from './page.ts'
import { namePublicUrl } from './public-url.ts'
import { readWebFiles } from './web-files.ts'
import { identifyWidget } from './widget/caller.ts'
import { allowFraming, allowLoading } from './widget/framing.ts'
import { appOf, widgetOperations, widgetRoutes } from './widget/routes.ts'
import { createWidgetTokens } from './widget/tokens.ts'

/** Every operation that openapi.json describes. */
export const OPERATIONS = [
  ...askOperations,
  ...searchOperations,
  ...documentOperations,
  ...uploadOperations,
  ...difyOperations,
  ...openAiOperations,
  ...statusOperations,
  ...metricsOperations,
  ...widgetOperations,
]

/** Answers by `app.request(…)` in tests and by `startServer` on a socket; opens and closes nothing. */
export function createApp(given: AppParts): App {
  const { settings, ending = new Ending() } = given
  const metrics = createMetrics(given.service, () => ending.running)
  const parts = { ...given, ending, service: observeService(given.service, metrics) }
  const app = new Hono<AppEnvironment>()
  const widgetTokens = createWidgetTokens()
  app.use(
    '/embed',
    allowFraming((id) => appOf(settings, id)),
  )
  app.use('/widget.js', allowLoading())
  app.use(
    followEnding(ending),
    announceCut(),
    requestId(),
    logRequests(parts.log),
    countRequests(metrics),
    strictHeaders(),
    nameCharset(),
    checkHost(settings),
    allowOrigins(settings.corsOrigins ?? []),
    identifyCaller(settings.apiKeys ?? []),
    identifyWidget(widgetTokens, settings),
    shareLimits(settings, ending),
    namePublicUrl(settings),
    sendJsonInPieces(),
  )
  app.use('/api/*', neverStored())
  app.use('/dify/*', neverStored())
  app.use('/mcp', neverStored())
  app.use('/v1/*', neverStored())
  app.route('/', askRoutes(parts))
  app.route('/', searchRoutes(parts))
  app.route('/', previewRoutes(parts))
  app.route('/', documentRoutes(parts))
  app.route('/', uploadRoutes(parts))
  app.route('/', jobRoutes(parts))
  app.route('/', difyRoutes(parts))
  app.route('/', openAiRoutes(parts))
  app.route('/', statusRoutes(parts))
  app.route('/', metricsRoutes(metrics))
  app.route('/', mcpRoutes(parts))
  app.route('/', openApiRoutes(OPERATIONS, settings))
  app.route('/', docsRoutes())
  const files = readWebFiles()
  app.route('/', pageRoutes(files))
  app.route('/', widgetRoutes(parts, widgetTokens, files))
  refuseOtherMethods(app)
  app.notFound((c) =>
    errorResponse(
      c,
      'not-found',
      'There is nothing at this address.',
      'GET /openapi.json lists what there is.',
    ),
  )
  app.onError(answerErrors(parts.log))
  return app
}

/** The path only, as sent: a query string may hold what somebody asked. Of a key its name, never itself. */
function logRequests(log: Log): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const started = performance.now()
    await next()
    const access = c.get('access') as Access | undefined // none yet when the host was refused
    log.info('request', {
      method: c.req.method,
      path: new URL(c.req.url).pathname,
      status: c.res.status,
      ...(access?.kind === 'granted' && { key: access.name }),
      ms: Math.round(performance.now() - started),
      requestId: c.get('requestId'),
    })
  }
}

function strictHeaders(): MiddlewareHandler<AppEnvironment> {
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // Whether all of a domain is reached by https is for whoever runs the proxy to say.
    strictTransportSecurity: false,
  })
}

/** JSON is UTF-8 by definition, but Windows PowerShell 5 takes it for Latin-1 unless told. */
function nameCharset(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    if (c.res.headers.get('content-type') === 'application/json') {
      c.header('Content-Type', 'application/json; charset=utf-8')
    }
  }
}

function neverStored(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
  }
}
