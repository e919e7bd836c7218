// May this request come in? The one line that every route with something to protect begins with.
import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../../keys.ts'
import type { AppEnvironment, AppSettings } from '../app-environment.ts'
import { type Ending, refuseWhenEnding } from '../ending.ts'
import { requireScope } from './access.ts'
import { limitConcurrency } from './limits.ts'
import { limitRate } from './rate.ts'
import { readWholeBody } from './whole-body.ts'

/** Bytes of a body where nothing else is said: thirty times the longest question. */
const MAX_JSON_BYTES = 64 * 1024

/** Counted over all doors together: there is one machine behind them. */
export interface SharedLimits {
  readonly rate: MiddlewareHandler<AppEnvironment>
  readonly concurrency: MiddlewareHandler<AppEnvironment>
  readonly ending: Ending
}

export function shareLimits(settings: AppSettings, ending: Ending): MiddlewareHandler<AppEnvironment> {
  const limits: SharedLimits = {
    rate: limitRate(settings),
    concurrency: limitConcurrency(settings.concurrency),
    ending,
  }
  return async (c, next) => {
    c.set('limits', limits)
    return next()
  }
}

export interface AdmitOptions {
  /** False for what costs next to nothing and is wanted most when all places are taken. Default true. */
  readonly takesPlace?: boolean
  /** Bytes; `unread`: the route reads and limits the body itself. Default 64 KB. */
  readonly maxBody?: number | 'unread'
}

/**
 * Nobody once the end has begun. The rate first, so that guessing keys is slow; then the key; and only who may ask, and has sent all of it,
 * takes one of the places.
 *
 * @throws AppError `rate-limited` | `unauthorised` | `forbidden` | `too-large` | `overloaded` | `not-ready`, with the headers that belong to it already set
 */
export function admit(
  scope: Scope,
  { takesPlace = true, maxBody = MAX_JSON_BYTES }: AdmitOptions = {},
): MiddlewareHandler<AppEnvironment> {
  const demandScope = requireScope(scope)
  return async (c, next) => {
    const { rate, concurrency, ending } = c.get('limits')
    if (takesPlace) refuseWhenEnding(c, ending)
    await rate(c, async () => {
      await demandScope(c, async () => {
        if (maxBody !== 'unread') await readWholeBody(c, maxBody)
        await (takesPlace ? concurrency(c, next) : next())
      })
    })
  }
}
