// What do the routes share? The types that Hono carries through, and what the app is made of.
import type { Hono } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Service } from '../service.ts'
import type { Ending } from './ending.ts'
import type { Access } from './guard/access.ts'
import type { SharedLimits } from './guard/admit.ts'

export interface AppEnvironment {
  Variables: RequestIdVariables & {
    /** Set where work goes on after the reply has begun; never rejects. */
    workEnds?: Promise<void>
    /** See `requestSignal`. */
    calledOff: AbortSignal
    /** Who is asking; set before every route by `identifyCaller`. */
    access: Access
    /** See public-url.ts. */
    publicUrl?: string
    /** Set before every route by `shareLimits`. */
    limits: SharedLimits
  }
}

export type App = Hono<AppEnvironment>

/** What is left out is as if it were not set. */
export type AppSettings = Pick<Config, 'host' | 'allowedHosts' | 'concurrency'> &
  Partial<
    Pick<
      Config,
      | 'apiKeys'
      | 'apps'
      | 'publicUrl'
      | 'corsOrigins'
      | 'trustedProxies'
      | 'ratePerKey'
      | 'ratePerAddress'
      | 'uploadTotalBytes'
      | 'corpusFolder'
    >
  >

export interface AppParts {
  readonly service: Service
  readonly settings: AppSettings
  readonly log: Log
  /** Shared with the server that listens; absent: one that never begins. */
  readonly ending?: Ending
}
