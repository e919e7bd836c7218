// GET /api/status, /health and /ready: is it alive, may it be asked, what does it hold?
import { Hono } from 'hono'
import { mayDo } from '../../keys.ts'
import type { ServiceStatus } from '../../service.ts'
import { programVersion } from '../../version.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { refuseWhenEnding } from '../ending.ts'
import { errorResponse } from '../errors.ts'
import { admit } from '../guard/admit.ts'
import type { Operation } from '../operation.ts'
import { forReader } from '../reader-language.ts'
import { STATUS } from './examples.ts'
import { healthSchema, readySchema, statusSchema } from './status-schemas.ts'

export function statusRoutes({ service, settings, ending }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  const version = programVersion()
  app.get('/api/status', admit('read'), (c) => {
    const status = service.status()
    const { learning } = status
    const access = c.get('access')
    // Where files lie on this machine is no business of a site's visitors.
    const isOurs = access.kind === 'open' || (access.kind === 'granted' && access.isShared !== true)
    c.header('Vary', 'Accept-Language')
    return c.json({
      version,
      ...status,
      mayUpload: access.kind === 'open' || (access.kind === 'granted' && mayDo('write', access.scopes)),
      ...(isOurs && settings.corpusFolder !== undefined && { folder: settings.corpusFolder }),
      ...(learning && { learning: { ...learning, refused: forReader(c, learning.refused) } }),
    })
  })
  app.get('/health', (c) => c.json({ status: 'ok', documents: service.status().collection.documents }))
  app.get('/ready', (c) => {
    if (ending !== undefined) refuseWhenEnding(c, ending)
    const status = service.status()
    if (status.ready) return c.json({ status: 'ready', documents: status.collection.documents })
    const waiting =
      notReadyMessage(status) ?? 'The search is not open: the service is starting, or its opening failed.'
    return errorResponse(c, 'not-ready', waiting, 'The log and `wenbao doctor` say why.')
  })
  return app
}

/** @returns undefined when a question may be tried: it is answered, or says itself what is wrong */
export function notReadyMessage({ ready, learning }: ServiceStatus): string | undefined {
  if (ready || learning === undefined || learning.done) return undefined
  return `The reports are being learnt: ${learning.filesDone} of ${learning.files} files, ${learning.chunksDone} of ${learning.chunks} chunks.`
}

export const statusOperations: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/status',
    operationId: 'getStatus',
    summary: 'What is held, what searches it, how far a learning is',
    description: 'Never waits: not for a model, and not for a learning that is under way.',
    tag: 'service',
    scope: 'read',
    reply: {
      schema: statusSchema,
      description: 'The state of the service.',
      examples: { plain: { version: '1.0.0', ...STATUS, mayUpload: false } },
    },
    errors: {},
  },
  {
    method: 'get',
    path: '/health',
    operationId: 'getHealth',
    summary: 'Is the process alive?',
    description: 'Answers as soon as the process listens; needs no key.',
    tag: 'service',
    reply: {
      schema: healthSchema,
      description: 'It is.',
      examples: { plain: { status: 'ok', documents: 12 } },
    },
    errors: {},
  },
  {
    method: 'get',
    path: '/ready',
    operationId: 'getReady',
    summary: 'Can questions be answered now?',
    description:
      'For a balancer or a supervisor that sends questions only then; needs no key. With no report at all they can be too: they are told so.',
    tag: 'service',
    reply: {
      schema: readySchema,
      description: 'They can.',
      examples: { plain: { status: 'ready', documents: 12 } },
    },
    errors: {
      503: 'Not yet: the service is starting, or a first learning is under way. Or no longer: the service is ending.',
    },
  },
]
