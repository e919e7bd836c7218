// How does this door say that something went wrong? OpenAI's error object, and whether asking again may help.
import type { Context, ErrorHandler } from 'hono'
import * as z from 'zod'
import { AppError, type ErrorCode } from '../../errors.ts'
import { describeError, type Log } from '../../log.ts'
import type { AppEnvironment } from '../app-environment.ts'
import { AskerGone } from '../ending.ts'
import type { HttpCode, Refuse } from '../errors.ts'

export const openAiError = z
  .strictObject({
    error: z.strictObject({
      message: z.string().describe('What was expected, what came, what to do next.'),
      type: z.string(),
      param: z.string().nullable().describe('The field at fault.'),
      code: z.string().nullable(),
    }),
  })
  .meta({
    examples: [
      {
        error: {
          message: 'Expected a model of GET /v1/models, got "gpt-9".',
          type: 'invalid_request_error',
          param: 'model',
          code: 'model_not_found',
        },
      },
    ],
  })

export type OpenAiError = z.infer<typeof openAiError>

/** What a request asks for that can't be done, where this interface has a name of its own for it. */
export class RequestFault extends Error {
  override readonly name = 'RequestFault'
  readonly param: string | null
  readonly code: FaultCode | null

  constructor(message: string, { param, code }: { param?: string; code?: FaultCode } = {}) {
    super(message)
    this.param = param ?? null
    this.code = code ?? null
  }
}

type FaultCode = 'model_not_found' | 'context_length_exceeded'

interface Form {
  readonly status: 400 | 401 | 403 | 404 | 405 | 408 | 413 | 415 | 421 | 429 | 500 | 502 | 503 | 507
  readonly type: 'invalid_request_error' | 'permission_error' | 'rate_limit_error' | 'server_error'
  readonly code: string | null
  /** Soon it may be otherwise, and nothing was spent. Clients repeat a failed request by themselves unless told not to. */
  readonly mayRetry?: true
}

const INVALID = 'invalid_request_error'
const SERVER = 'server_error'

const FORMS: Readonly<Record<ErrorCode | HttpCode, Form>> = {
  'bad-input': { status: 400, type: INVALID, code: null },
  unauthorised: { status: 401, type: INVALID, code: 'invalid_api_key' },
  forbidden: { status: 403, type: 'permission_error', code: null },
  'not-found': { status: 404, type: INVALID, code: 'not_found' },
  'method-not-allowed': { status: 405, type: INVALID, code: 'method_not_supported' },
  'too-large': { status: 413, type: INVALID, code: 'request_too_large' },
  'unsupported-media-type': { status: 415, type: INVALID, code: 'unsupported_media_type' },
  'foreign-host': { status: 421, type: INVALID, code: null },
  'rate-limited': { status: 429, type: 'rate_limit_error', code: 'rate_limit_exceeded', mayRetry: true },
  internal: { status: 500, type: SERVER, code: null },
  'index-damaged': { status: 500, type: SERVER, code: 'index_damaged' },
  upstream: { status: 502, type: SERVER, code: 'upstream_error' },
  overloaded: { status: 503, type: SERVER, code: 'overloaded', mayRetry: true },
  'not-ready': { status: 503, type: SERVER, code: 'not_ready', mayRetry: true },
  locked: { status: 503, type: SERVER, code: 'locked', mayRetry: true },
  'index-missing': { status: 503, type: SERVER, code: 'index_missing' },
  'index-stale': { status: 503, type: SERVER, code: 'index_stale' },
  'model-unavailable': { status: 503, type: SERVER, code: 'model_unavailable' },
  'disk-full': { status: 507, type: SERVER, code: 'disk_full' },
}

export const refuse: Refuse = (c, code, message, hint) => {
  const { status, type, code: name, mayRetry } = FORMS[code]
  c.header('x-should-retry', String(mayRetry === true))
  return c.json(bodyOf({ message: inOneText(message, hint), type, code: name }), status)
}

export function answerOpenAiErrors(log: Log): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    if (error instanceof RequestFault) {
      c.header('x-should-retry', 'false')
      return c.json(openAiErrorOf(error, c, log), error.code === 'model_not_found' ? 404 : 400)
    }
    const form = formOf(error)
    c.header('x-should-retry', String(form.mayRetry === true))
    return c.json(openAiErrorOf(error, c, log), form.status)
  }
}

/** Faults we know say what they are; all others only that they happened, with the rest in the log. */
export function openAiErrorOf(error: unknown, c: Context<AppEnvironment>, log: Log): OpenAiError {
  if (error instanceof RequestFault) {
    const { message, code, param } = error
    return bodyOf({ message, type: INVALID, code, param })
  }
  const { type, code } = formOf(error)
  if (error instanceof AppError && error.code !== 'internal') {
    return bodyOf({ message: inOneText(error.message, error.hint), type, code })
  }
  if (!(error instanceof AskerGone)) {
    const stack = error instanceof Error ? error.stack : undefined
    log.error('request failed', { requestId: c.get('requestId'), error: describeError(error), stack })
  }
  const message = `Something went wrong inside the service; its log has the details under ${c.get('requestId')}.`
  return bodyOf({ message, type, code })
}

/** Heard by nobody; counted apart from faults of the service. */
const LEFT: Form = { status: 408, type: INVALID, code: null }

function formOf(error: unknown): Form {
  if (error instanceof AskerGone) return LEFT
  return FORMS[error instanceof AppError ? error.code : 'internal']
}

function bodyOf(error: Omit<OpenAiError['error'], 'param'> & { param?: string | null }): OpenAiError {
  const { message, type, param = null, code } = error
  return { error: { message, type, param, code } }
}

/** There is no place of its own for a hint. */
function inOneText(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message} ${hint}`
}
