// Everything under /v1: an OpenAI-compatible server, errors included.
import { Hono } from 'hono'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { admit } from '../guard/admit.ts'
import { refuseOtherMethods } from '../guard/methods.ts'
import { chatRoutes } from './chat.ts'
import { MAX_CHAT_BYTES } from './chat-request.ts'
import { MAX_EMBEDDING_BYTES } from './embedding-schemas.ts'
import { embeddingRoutes } from './embeddings.ts'
import { answerOpenAiErrors, refuse } from './errors.ts'
import { modelRoutes } from './models.ts'

export function openAiRoutes(parts: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.use('/v1/*', admit('read', { maxBody: Math.max(MAX_CHAT_BYTES, MAX_EMBEDDING_BYTES) }))
  app.route('/', modelRoutes(parts))
  app.route('/', chatRoutes(parts))
  app.route('/', embeddingRoutes(parts))
  refuseOtherMethods(app, refuse)
  app.all('/v1/*', (c) =>
    refuse(c, 'not-found', 'There is nothing at this address.', 'GET /openapi.json lists what there is.'),
  )
  app.onError(answerOpenAiErrors(parts.log))
  return app
}
