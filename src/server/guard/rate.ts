// How often may a client come? Counts the requests of a key by its name, and of everybody else by address.
import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../../errors.ts'
import type { AppEnvironment, AppSettings } from '../app-environment.ts'
import { clientAddressBehind, countedAs } from './address.ts'
import { Budgets } from './budget.ts'
import { isLoopback } from './hosts.ts'

const WINDOW_MS = 60_000

/** A page asks a few times for each question of a reader; twenty readers behind one address stay below. */
const ADDRESS_REQUESTS_A_MINUTE = 120

interface Limit {
  /** Of whom the requests are counted together. */
  readonly client: string
  /** Requests a minute, 0 for no limit. */
  readonly requests: number
}

/**
 * Who shows a valid key is counted by it alone, so that others behind the same address don't use it up; guessing keys is counted by
 * address. The limit may be used at once and then fills evenly over a minute.
 *
 * @param now ms, never going back
 * @throws AppError `rate-limited`, with Retry-After
 */
export function limitRate(
  settings: AppSettings,
  now = () => performance.now(),
): MiddlewareHandler<AppEnvironment> {
  const limitFor = limitsOf(settings)
  const budgets = new Budgets(WINDOW_MS, now)
  return async (c, next) => {
    const { client, requests } = limitFor(c)
    if (requests === 0) return next()
    const { isAllowed, remaining, wholeInMs, nextInMs } = budgets.spend(client, requests)
    c.header('RateLimit-Policy', `${requests};w=${WINDOW_MS / 1000}`)
    c.header('RateLimit-Limit', String(requests))
    c.header('RateLimit-Remaining', String(remaining))
    c.header('RateLimit-Reset', String(Math.ceil(wholeInMs / 1000)))
    if (isAllowed) return next()
    const seconds = Math.ceil(nextInMs / 1000)
    c.header('Retry-After', String(seconds))
    throw new AppError('rate-limited', `Expected at most ${requests} requests a minute, got more.`, {
      hint: `Ask again in ${seconds} s.`,
    })
  }
}

function limitsOf(settings: AppSettings): (c: Context<AppEnvironment>) => Limit {
  const { apiKeys = [], ratePerKey = 0, trustedProxies = [] } = settings
  const isPrivate = isLoopback(settings.host) && apiKeys.length === 0
  const perAddress = settings.ratePerAddress ?? (isPrivate ? 0 : ADDRESS_REQUESTS_A_MINUTE)
  const addressOf = clientAddressBehind(trustedProxies)
  return (c) => {
    const access = c.get('access')
    if (access.kind === 'granted') return { client: `key ${access.name}`, requests: ratePerKey }
    return { client: `address ${countedAs(addressOf(c))}`, requests: perAddress }
  }
}
