// What do the routes share? The types that Hono carries through, and what the app is made of.
import type { Hono } from 'hono'
import type { RequestIdVariables } from 'hono/request-id'
import type { Config } from '../config.ts'
import type { Log } from '../log.ts'
import type { Service } from '../service.ts'

export interface AppEnvironment {
  Variables: RequestIdVariables & {
    /** Set where work goes on after the reply has begun; never rejects. */
    workEnds?: Promise<void>
    /** See public-url.ts. */
    publicUrl?: string
  }
}

export type App = Hono<AppEnvironment>

export interface AppParts {
  readonly service: Service
  readonly settings: Pick<Config, 'host' | 'allowedHosts' | 'concurrency'> & {
    /** Where others reach this service, http(s); absent: where each request says it came to. */
    readonly publicUrl?: string
  }
  readonly log: Log
}
