// Text as it is written, from any server that speaks OpenAI's chat interface.
import { setTimeout as sleep } from 'node:timers/promises'
import { APIConnectionError, APIError, OpenAI } from 'openai'
import { z } from 'zod'
import { fetchBoundedLines } from './bounded-lines.ts'
import { createCircuitBreaker } from './circuit-breaker.ts'
import { type Deadline, startDeadline } from './deadline.ts'
import { ChatModelError, type DegradedReason } from './fault.ts'
import { isPassing, retryDelayMs } from './retry-delay.ts'

export interface ChatModelSettings {
  /** Up to and including `/v1`. */
  readonly baseUrl: string
  readonly apiKey?: string
  readonly model: string
  /** 0 to 2. */
  readonly temperature: number
  /** Of one answer. */
  readonly maxTokens: number
  /** From the question to the first text, all tries together. */
  readonly firstTokenTimeoutMs: number
  readonly totalTimeoutMs: number
  /** Further tries after a 429, a 5xx or a broken connection, as long as no text has come. */
  readonly retries: number
}

export interface ChatMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ChatModel {
  readonly id: string
  /**
   * Pieces of text in order; leaving the loop or aborting ends the request upstream.
   *
   * @throws ChatModelError when it can't be reached, is too slow or sends no text; the signal's reason when aborted
   */
  stream(messages: readonly ChatMessage[], options?: { signal?: AbortSignal }): AsyncIterable<string>
}

/** A token is seldom longer; an endpoint that doesn't keep to `max_tokens` is cut off here. */
const CHARACTERS_PER_TOKEN = 8

const chunkSchema = z.object({
  // Some send events without any, to keep the connection or to count tokens.
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }).nullish() })).default([]),
})

export function openChatModel(settings: ChatModelSettings): ChatModel {
  const client = new OpenAI({
    baseURL: settings.baseUrl,
    // The client insists on a key; servers on one's own machine mostly have none.
    apiKey: settings.apiKey || 'none',
    // Else it reads them, and its log level, from the environment by itself.
    organization: null,
    project: null,
    logLevel: 'off',
    timeout: settings.totalTimeoutMs,
    // Tries are counted here, where the deadlines are known.
    maxRetries: 0,
    fetch: fetchBoundedLines,
    // A redirect would carry the prompt to an address that nobody set.
    fetchOptions: { redirect: 'error' },
  })
  const breaker = createCircuitBreaker()
  return {
    id: settings.model,
    async *stream(messages, { signal } = {}) {
      signal?.throwIfAborted()
      if (breaker.restMs() > 0)
        throw fault(settings, 'model-down', 'failed several times in a row and is left alone for a while')
      const deadline = startDeadline(settings, signal)
      try {
        yield* textOf(client, settings, messages, deadline)
        breaker.succeeded()
      } catch (cause) {
        signal?.throwIfAborted()
        const failure = faultOf(settings, cause, deadline)
        if (failure.reason !== 'model-refused') breaker.failed()
        throw failure
      } finally {
        deadline.close()
      }
    },
  }
}

async function* textOf(
  client: OpenAI,
  settings: ChatModelSettings,
  messages: readonly ChatMessage[],
  deadline: Deadline,
): AsyncGenerator<string> {
  const chunks = await requested(client, settings, messages, deadline)
  let room = settings.maxTokens * CHARACTERS_PER_TOKEN
  for await (const chunk of chunks) {
    const text = chunkSchema.parse(chunk).choices[0]?.delta?.content ?? ''
    if (text === '') continue
    deadline.begun()
    room -= text.length
    yield room < 0 ? text.slice(0, room) : text
    if (room <= 0) return
  }
  // The client ends an aborted stream as if it were whole.
  deadline.signal.throwIfAborted()
  if (room === settings.maxTokens * CHARACTERS_PER_TOKEN) throw new EmptyReplyError()
}

class EmptyReplyError extends Error {}

async function requested(
  client: OpenAI,
  { model, temperature, maxTokens, retries }: ChatModelSettings,
  messages: readonly ChatMessage[],
  deadline: Deadline,
): Promise<AsyncIterable<unknown>> {
  const body = {
    model,
    temperature,
    max_tokens: maxTokens,
    stream: true,
    messages: messages.map(sendable),
  } as const
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.chat.completions.create(body, { signal: deadline.signal })
    } catch (cause) {
      const delay = attempt > retries || deadline.signal.aborted ? undefined : delayAfter(cause, attempt)
      if (delay === undefined || delay >= deadline.leftMs()) throw cause
      await sleep(delay, undefined, { signal: deadline.signal })
    }
  }
}

/** Servers refuse the halves of a broken surrogate pair. */
function sendable({ role, content }: ChatMessage): ChatMessage {
  return { role, content: content.replace(/\p{Surrogate}/gu, '\uFFFD') }
}

function delayAfter(cause: unknown, attempt: number): number | undefined {
  const passes =
    cause instanceof APIConnectionError || (cause instanceof APIError && isPassing(cause.status ?? 0))
  const header = cause instanceof APIError ? (cause.headers?.get('retry-after') ?? null) : null
  return passes ? retryDelayMs(header, attempt, Date.now(), Math.random()) : undefined
}

function faultOf(settings: ChatModelSettings, cause: unknown, deadline: Deadline): ChatModelError {
  switch (deadline.overdue()) {
    case 'first-token':
      return fault(settings, 'model-slow', `gave no text within ${settings.firstTokenTimeoutMs} ms`)
    case 'total':
      return fault(settings, 'model-slow', `did not finish within ${settings.totalTimeoutMs} ms`)
    case undefined:
      break
  }
  if (cause instanceof EmptyReplyError) return fault(settings, 'model-nonsense', 'answered without any text')
  if (cause instanceof APIConnectionError) return fault(settings, 'model-down', "can't be reached")
  const status = cause instanceof APIError ? cause.status : undefined
  if (status === 429) return fault(settings, 'rate-limited', 'has too many requests (status 429)')
  if (status !== undefined && isPassing(status))
    return fault(settings, 'model-down', `answered with status ${status}`)
  if (status !== undefined)
    return fault(settings, 'model-refused', `refused the request with status ${status}`)
  if (cause instanceof APIError)
    return fault(settings, 'model-down', 'reported a fault in the middle of its answer')
  if (cause instanceof TypeError) return fault(settings, 'model-down', 'broke off its answer')
  return fault(settings, 'model-nonsense', "answered in a form that can't be read")
}

function fault({ baseUrl, model }: ChatModelSettings, reason: DegradedReason, what: string): ChatModelError {
  return new ChatModelError(
    reason,
    `The language model endpoint ${new URL(baseUrl).host} ${what}.`,
    `Check that it is running, that it offers the model ${model}, and the key.`,
  )
}
