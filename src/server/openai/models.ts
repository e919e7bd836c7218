// GET /v1/models: under which names may this service be asked?
import { Hono } from 'hono'
import * as z from 'zod'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { RequestFault } from './errors.ts'

export interface ChatModel {
  readonly id: string
  /** The answer's text ends with a list of its sources. */
  readonly listsSources: boolean
}

/** Most chat tools show nothing of citations but the text; those that draw cards of them would show the list twice. */
const CHAT_MODELS: readonly ChatModel[] = [
  { id: 'wenbao', listsSources: true },
  { id: 'wenbao-raw', listsSources: false },
]

/** Whatever model searches; it goes by its own name too. */
const EMBEDDING_MODEL = 'wenbao-embedding'

/** When these names were given, in seconds; they mean the same ever since. */
const CREATED = 1_767_225_600

export const modelSchema = z.strictObject({
  id: z.string(),
  object: z.literal('model'),
  created: z.int().describe('Seconds since 1970.'),
  owned_by: z.string(),
})

export const modelList = z.strictObject({ object: z.literal('list'), data: z.array(modelSchema) })

type Model = z.infer<typeof modelSchema>

export function modelRoutes({ service }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.get('/v1/models', (c) => c.json(MODELS))
  app.get('/v1/models/:id', (c) => {
    const id = c.req.param('id')
    const isKnown = MODELS.data.some((model) => model.id === id) || service.status().embedder?.id === id
    if (!isKnown) throw unknownModel(id)
    return c.json(modelOf(id))
  })
  return app
}

export const MODELS: z.infer<typeof modelList> = {
  object: 'list',
  data: [...CHAT_MODELS.map(({ id }) => id), EMBEDDING_MODEL].map(modelOf),
}

/** @throws RequestFault unless it is a chat model */
export function chatModel(id: string): ChatModel {
  const known = CHAT_MODELS.find((model) => model.id === id)
  if (known === undefined)
    throw unknownModel(
      id,
      CHAT_MODELS.map((model) => model.id),
    )
  return known
}

/** @param ownName the embedder's @throws RequestFault unless one of its names is meant */
export function checkEmbeddingModel(id: string, ownName: string): void {
  const names = [EMBEDDING_MODEL, ownName]
  if (!names.includes(id)) throw unknownModel(id, names)
}

function modelOf(id: string): Model {
  return { id, object: 'model', created: CREATED, owned_by: 'wenbao' }
}

/** Longer names are cut in the message. */
const SHOWN_CHARACTERS = 100

function unknownModel(id: string, expected = MODELS.data.map((model) => model.id)): RequestFault {
  const got = JSON.stringify(id.slice(0, SHOWN_CHARACTERS))
  const message = `Expected the model ${expected.join(' or ')}, got ${got}.`
  return new RequestFault(message, { param: 'model', code: 'model_not_found' })
}
