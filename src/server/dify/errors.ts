// What does Dify hear when something goes wrong? Its own form, and statuses it doesn't take for something else.
import type { ErrorHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { AppError, type ErrorCode } from '../../errors.ts'
import type { Log } from '../../log.ts'
import type { AppEnvironment } from '../app-environment.ts'
import { AskerGone } from '../ending.ts'
import { errorOf, statusOf } from '../errors.ts'
import { UnknownKnowledge } from './knowledge.ts'

/** The first three are Dify's own, the others ours. */
const CODE = {
  badAuthorization: 1001,
  authorizationFailed: 1002,
  unknownKnowledge: 2001,
  badRequest: 3001,
  tooMany: 3002,
  unavailable: 3003,
  internal: 3004,
} as const

type Told = readonly [status: ContentfulStatusCode, code: number]

/**
 * When an address is saved in Dify it is called once, and refused only for 403, 404 and 502: so a wrong key is a 403 (a 401 would be
 * saved and fail later), and nothing else is one of these.
 */
const TOLD = {
  unauthorised: [403, CODE.authorizationFailed],
  forbidden: [403, CODE.authorizationFailed],
  'bad-input': [400, CODE.badRequest],
  'not-found': [400, CODE.badRequest],
  'too-large': [413, CODE.badRequest],
  'unsupported-media-type': [415, CODE.badRequest],
  'rate-limited': [429, CODE.tooMany],
  overloaded: [503, CODE.tooMany],
  'not-ready': [503, CODE.unavailable],
  locked: [503, CODE.unavailable],
  'index-missing': [503, CODE.unavailable],
  'index-stale': [503, CODE.unavailable],
  'model-unavailable': [503, CODE.unavailable],
  upstream: [503, CODE.unavailable],
  'disk-full': [500, CODE.internal],
  'index-damaged': [500, CODE.internal],
  internal: [500, CODE.internal],
} as const satisfies Readonly<Record<ErrorCode, Told>>

export const difyError = z
  .strictObject({
    error_code: z
      .int()
      .describe(
        '1001 no key in the expected form, 1002 a wrong key, 2001 unknown knowledge id, others from 3001.',
      ),
    error_msg: z.string().describe('What was expected, what came, and what to do next.'),
  })
  .meta({
    examples: [{ error_code: 1002, error_msg: 'Expected a key that is set here, got another.' }],
  })

export function answerDifyErrors(log: Log): ErrorHandler<AppEnvironment> {
  return (error, c) => {
    const { message, hint } = errorOf(error, { log, requestId: c.get('requestId') }).error
    const [status, code] = error instanceof AppError ? TOLD[error.code] : TOLD.internal
    const body: z.infer<typeof difyError> = {
      error_code: isWithoutKey(error, c.req.header('authorization'))
        ? CODE.badAuthorization
        : codeOf(error, code),
      error_msg: hint === undefined ? message : `${message} ${hint}`,
    }
    return c.json(body, error instanceof AskerGone ? statusOf(error) : status)
  }
}

function isWithoutKey(error: unknown, authorization = ''): boolean {
  return error instanceof AppError && error.code === 'unauthorised' && !/^bearer +\S+ *$/i.test(authorization)
}

function codeOf(error: unknown, code: number): number {
  return error instanceof UnknownKnowledge ? CODE.unknownKnowledge : code
}
