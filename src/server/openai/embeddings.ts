// POST /v1/embeddings: vectors of the model that searches, for tools that keep an index of their own.
import { Hono } from 'hono'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { requestSignal } from '../ending.ts'
import { requireJson } from '../guard/limits.ts'
import { type EmbeddingList, embeddingRequest } from './embedding-schemas.ts'
import { RequestFault } from './errors.ts'
import { checkEmbeddingModel } from './models.ts'
import { readBody } from './request-body.ts'
import { estimateTokens } from './tokens.ts'

export function embeddingRoutes({ service }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/v1/embeddings', requireJson(), async (c) => {
    const { model, input, dimensions, encoding_format, input_type } = await readBody(c, embeddingRequest)
    const own = await service.embed([])
    checkEmbeddingModel(model, own.model)
    checkDimensions(dimensions, own.dimension)
    const texts = typeof input === 'string' ? [input] : input
    const signal = requestSignal(c)
    const { vectors } = await service.embed(texts, { as: input_type ?? 'passage', signal })
    const encode = encoding_format === 'base64' ? toBase64 : (vector: Float32Array) => [...vector]
    const tokens = texts.reduce((sum, text) => sum + estimateTokens(text), 0)
    const reply: EmbeddingList = {
      object: 'list',
      model: own.model,
      data: vectors.map((vector, index) => ({ object: 'embedding', index, embedding: encode(vector) })),
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    }
    return c.json(reply)
  })
  return app
}

/** A shorter vector is no good unless the model was trained for its beginning to stand alone, and most weren't. */
function checkDimensions(given: number | null | undefined, own: number): void {
  if (given == null || given === own) return
  const message = `dimensions: expected ${own}, as many as the model gives, or none; got ${given}.`
  throw new RequestFault(message, { param: 'dimensions' })
}

/** @returns float32, little-endian on every machine */
function toBase64(vector: Float32Array): string {
  const bytes = Buffer.alloc(vector.length * 4)
  for (const [i, value] of vector.entries()) bytes.writeFloatLE(value, i * 4)
  return bytes.toString('base64')
}
