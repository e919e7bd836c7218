// What does a client hear when something goes wrong? One table from codes to statuses, one form for every error.
import type { Context, ErrorHandler } from 'hono'
import { AppError, type ErrorCode } from '../errors.ts'
import { refusedBy, refusedIn } from '../faults/fault.ts'
import { describeError, type Log } from '../log.ts'
import type { Language } from '../text/language.ts'
import type { AppEnvironment } from './app-environment.ts'
import { AskerGone } from './ending.ts'
import { readerLanguage } from './reader-language.ts'

/** What can only go wrong at this door. */
export type HttpCode = 'foreign-host' | 'method-not-allowed'

const STATUS_OF = {
  'bad-input': 400,
  unauthorised: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'foreign-host': 421,
  'rate-limited': 429,
  internal: 500,
  'index-damaged': 500,
  upstream: 502,
  overloaded: 503,
  'not-ready': 503,
  'index-missing': 503,
  'index-stale': 503,
  locked: 503,
  'model-unavailable': 503,
  'disk-full': 507,
} as const satisfies Record<ErrorCode | HttpCode, number>

/** Counted and logged, and heard by nobody. */
const LEFT = 408

export interface ErrorBody {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly hint?: string
    /** The same as the x-request-id header; found again in the log. */
    readonly requestId: string
  }
}

/** How a guard says no; every door has a form of its own for it. */
export type Refuse = (
  c: Context<AppEnvironment>,
  code: ErrorCode | HttpCode,
  message: string,
  hint?: string,
) => Response

export const errorResponse: Refuse = (c, code, message, hint) => {
  const error = { code, message, ...(hint !== undefined && { hint }), requestId: c.get('requestId') }
  return c.json({ error } satisfies ErrorBody, STATUS_OF[code])
}

export function answerErrors(log: Log): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    const body = errorOf(error, { log, requestId: c.get('requestId'), language: readerLanguage(c) })
    return c.json(body, statusOf(error))
  }
}

/** For doors that put errors in a form of their own. */
export function statusOf(error: unknown): (typeof STATUS_OF)[ErrorCode] | typeof LEFT {
  if (error instanceof AskerGone) return LEFT
  return STATUS_OF[error instanceof AppError ? error.code : 'internal']
}

export interface ErrorTelling {
  readonly log: Log
  readonly requestId: string
  /** Of the reader; only what is wrong with a file is said in others than English, the default. */
  readonly language?: Language
}

/** Faults we know say what they are; all others only that they happened, with the rest in the log. */
export function errorOf(error: unknown, { log, requestId, language = 'en' }: ErrorTelling): ErrorBody {
  if (error instanceof AppError && error.code !== 'internal') {
    const { reason: message, hint } = refusedIn(refusedBy(error), language)
    return { error: { code: error.code, message, ...(hint !== undefined && { hint }), requestId } }
  }
  if (error instanceof AskerGone) return { error: { code: 'left', message: error.message, requestId } }
  const stack = error instanceof Error ? error.stack : undefined
  log.error('request failed', { requestId, error: describeError(error), stack })
  const message = 'Something went wrong inside the service.'
  return { error: { code: 'internal', message, hint: 'Its log has the details.', requestId } }
}
