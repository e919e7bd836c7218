// What does a client hear when something goes wrong? One table from codes to statuses, one form for every error.
import type { Context, ErrorHandler } from 'hono'
import { AppError, type ErrorCode } from '../errors.ts'
import { describeError, type Log } from '../log.ts'
import type { AppEnvironment } from './app-environment.ts'

/** What can only go wrong at this door. */
type HttpCode =
  | 'foreign-host'
  | 'method-not-allowed'
  | 'too-large'
  | 'unsupported-media-type'
  | 'busy'
  | 'not-ready'

const STATUS_OF = {
  'bad-input': 400,
  'not-found': 404,
  'method-not-allowed': 405,
  'too-large': 413,
  'unsupported-media-type': 415,
  'foreign-host': 421,
  internal: 500,
  'index-damaged': 500,
  upstream: 502,
  busy: 503,
  'not-ready': 503,
  'index-missing': 503,
  'index-stale': 503,
  locked: 503,
  'model-unavailable': 503,
  'disk-full': 507,
} as const satisfies Record<ErrorCode | HttpCode, number>

interface ErrorBody {
  readonly error: {
    readonly code: string
    readonly message: string
    readonly hint?: string
    /** The same as the x-request-id header; found again in the log. */
    readonly requestId: string
  }
}

export function errorResponse(
  c: Context<AppEnvironment>,
  code: ErrorCode | HttpCode,
  message: string,
  hint?: string,
): Response {
  const error = { code, message, ...(hint !== undefined && { hint }), requestId: c.get('requestId') }
  return c.json({ error } satisfies ErrorBody, STATUS_OF[code])
}

/** Faults we know say what they are; all others only that they happened, with the rest in the log. */
export function answerErrors(log: Log): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    if (error instanceof AppError && error.code !== 'internal') {
      return errorResponse(c, error.code, error.message, error.hint)
    }
    log.error('request failed', {
      requestId: c.get('requestId'),
      error: describeError(error),
      stack: error.stack,
    })
    return errorResponse(
      c,
      'internal',
      'Something went wrong inside the service.',
      'Its log has the details.',
    )
  }
}
