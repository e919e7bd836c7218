// May this request come in? The one line that every route with something to protect begins with.
import type { MiddlewareHandler } from 'hono'
import type { Scope } from '../../keys.ts'
import type { AppEnvironment, AppSettings } from '../app-environment.ts'
import { type Ending, refuseWhenEnding } from '../ending.ts'
import { requireScope } from './access.ts'
import { limitConcurrency } from './limits.ts'
import { limitRate } from './rate.ts'

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
}

/**
 * Nobody once the end has begun. The rate first, so that guessing keys is slow; then the key; and only who may ask takes one of the places.
 *
 * @throws AppError `rate-limited` | `unauthorised` | `forbidden` | `overloaded` | `not-ready`, with the headers that belong to it already set
 */
export function admit(
  scope: Scope,
  { takesPlace = true }: AdmitOptions = {},
): MiddlewareHandler<AppEnvironment> {
  const demandScope = requireScope(scope)
  return async (c, next) => {
    const { rate, concurrency, ending } = c.get('limits')
    if (takesPlace) refuseWhenEnding(c, ending)
    await rate(c, async () => {
      await demandScope(c, async () => {
        await (takesPlace ? concurrency(c, next) : next())
      })
    })
  }
}
