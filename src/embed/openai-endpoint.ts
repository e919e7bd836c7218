// Vectors from a server that speaks OpenAI's embeddings interface.
import { createHash } from 'node:crypto'
import { APIConnectionTimeoutError, APIError, OpenAI } from 'openai'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import type { Embedder } from './embedder.ts'
import { reasonOf } from './reason.ts'
import { recipeFor } from './recipe.ts'
import { createTextEmbedder } from './text-embedder.ts'

export interface EndpointSettings {
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  readonly model: string
  readonly apiKey?: string
  /** Of one request; it is made three times at most. */
  readonly timeoutMs: number
}

/** The least limit among the services in common use. */
const textsPerRequest = 10

/** Enough to keep a server busy, few enough for its rate limit. */
const requestsAtOnce = 4

/** Tokens: servers differ and don't tell; encoders of this kind take this many at least. */
const assumedMaxTokens = 512

const probeText = '这是一段用来辨认模型的文字。'

const replySchema = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.number()).min(1) })),
})

/**
 * Asks for one vector, to learn the dimension and to know the model again.
 *
 * @throws AppError `upstream`
 */
export async function openEndpointEmbedder(settings: EndpointSettings): Promise<Embedder> {
  const request = createRequest(settings)
  const [probe] = await request([probeText])
  if (probe === undefined) throw refused(settings, 'gave no vector')
  const recipe = recipeFor(settings.model)
  const identity = { ...recipe, url: settings.baseUrl, model: settings.model, probe: likeness(probe) }
  return createTextEmbedder({
    id: settings.model,
    dimension: probe.length,
    maxTokens: assumedMaxTokens,
    fingerprint: createHash('sha256').update(JSON.stringify(identity)).digest('hex'),
    recipe,
    textsPerRequest,
    requestsAtOnce,
    async request(texts, signal) {
      const rows = await request(texts, signal)
      const odd = rows.find((row) => row.length !== probe.length)
      if (odd === undefined) return rows
      throw refused(settings, `gave ${odd.length} numbers a vector, ${probe.length} when it was opened`)
    },
  })
}

function createRequest(settings: EndpointSettings) {
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    // The client insists on a key; servers on one's own machine mostly have none.
    apiKey: settings.apiKey || 'none',
    // Else it reads them, and its log level, from the environment by itself.
    organization: null,
    project: null,
    logLevel: 'off',
    timeout: settings.timeoutMs,
    maxRetries: 2,
    // A redirect would carry the reports to an address that nobody set.
    fetchOptions: { redirect: 'error' },
  })
  return async (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    const body = {
      model: settings.model,
      input: texts.map(sendable),
      encoding_format: 'float',
    } as const
    const reply = await client.embeddings
      .create(body, signal ? { signal } : {})
      .then((value) => replySchema.parse(value))
      .catch((cause: unknown) => {
        signal?.throwIfAborted()
        throw refused(settings, faultOf(cause, settings.timeoutMs), cause)
      })
    const rows = texts.map((_, i) => reply.data.find(({ index }, place) => (index ?? place) === i)?.embedding)
    if (reply.data.length !== texts.length || rows.includes(undefined))
      throw refused(
        settings,
        `gave ${reply.data.length} vectors for ${texts.length} texts, or not one for each`,
      )
    return rows.map((row) => Float32Array.from(row ?? []))
  }
}

/** Servers refuse an empty text and the halves of a broken surrogate pair. */
function sendable(text: string): string {
  return text === '' ? ' ' : text.replace(/\p{Surrogate}/gu, '\uFFFD')
}

function faultOf(cause: unknown, timeoutMs: number): string {
  if (cause instanceof z.ZodError) return `answered in another form than expected: ${z.prettifyError(cause)}`
  if (cause instanceof APIConnectionTimeoutError) return `did not answer within ${timeoutMs} ms`
  if (cause instanceof APIError && cause.status !== undefined) return `answered with status ${cause.status}`
  return `can't be reached, or its answer can't be read: ${reasonOf(cause)}`
}

function refused({ baseUrl, model }: EndpointSettings, what: string, cause?: unknown): AppError {
  return new AppError('upstream', `The embedding endpoint ${new URL(baseUrl).host} ${what}.`, {
    hint: `Check that it is running, that it offers the model ${model}, and the key.`,
    cause,
  })
}

/**
 * What stays of a model's vector when the server computes the same text on another day or in another batch: its first
 * numbers, in standard deviations, rounded. Two models agree in them once in some hundred thousand times.
 */
function likeness(vector: Float32Array): { dimension: number; start: number[] } {
  const scale = Math.sqrt(vector.length) / Math.hypot(...vector)
  return {
    dimension: vector.length,
    start: Array.from(vector.slice(0, 16), (value) => Math.round(value * scale)),
  }
}
