// How does the service end? First it says so, then it lets those finish who are being answered, and at last it calls them off.
import type { Context, MiddlewareHandler } from 'hono'
import { AppError } from '../errors.ts'
import type { AppEnvironment } from './app-environment.ts'

/** Seconds after which whoever came too late may try again: another process has taken over by then, or this one begun anew. */
const RETRY_AFTER_S = 5

export class Ending {
  readonly #running = new Set<AbortController>()
  #hasBegun = false
  #onIdle: () => void = () => {}

  get hasBegun(): boolean {
    return this.#hasBegun
  }

  /** Requests being answered, streams included. */
  get running(): number {
    return this.#running.size
  }

  /** From now on nothing is taken in any more. @returns when nobody is being answered */
  begin(): Promise<void> {
    this.#hasBegun = true
    if (this.running === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.#onIdle = resolve
    })
  }

  /** Those still running stop, and say why with their last words. */
  callOff(): void {
    for (const work of this.#running) work.abort(endingError())
  }

  /** A controller for each: a signal that lives as long as the process would collect the listeners of every request. */
  enter(): { readonly signal: AbortSignal; leave(): void } {
    const work = new AbortController()
    this.#running.add(work)
    return {
      signal: work.signal,
      leave: () => {
        this.#running.delete(work)
        if (this.running === 0) this.#onIdle()
      },
    }
  }
}

/** Keeps account of who is being answered; stands before everything else. */
export function followEnding(ending: Ending): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const { signal, leave } = ending.enter()
    c.set('calledOff', signal)
    try {
      await next()
    } finally {
      // A stream goes on after its headers were sent.
      const workEnds = c.get('workEnds')
      if (workEnds === undefined) leave()
      else workEnds.then(leave)
    }
    if (ending.hasBegun) c.header('Connection', 'close')
  }
}

/** @throws AppError `not-ready` once the end has begun */
export function refuseWhenEnding(c: Context<AppEnvironment>, ending: Ending): void {
  if (!ending.hasBegun) return
  c.header('Retry-After', String(RETRY_AFTER_S))
  throw endingError()
}

/** Why work ends whose result nobody waits for any more: no fault of anybody's. */
export class AskerGone extends Error {
  override readonly name = 'AbortError'

  constructor() {
    super('Whoever asked has left.')
  }
}

/** Fires when the asker has left (`AskerGone`), and when the service ends and can't wait any longer (`not-ready`). */
export function requestSignal(c: Context<AppEnvironment>): AbortSignal {
  const calledOff = c.get('calledOff') as AbortSignal | undefined // none where a door is tried by itself
  const gone = new AbortController()
  const { signal } = c.req.raw
  const leave = () => gone.abort(new AskerGone())
  if (signal.aborted) leave()
  else signal.addEventListener('abort', leave, { once: true })
  return calledOff === undefined ? gone.signal : AbortSignal.any([gone.signal, calledOff])
}

/** Only who left needs no last word; what we call off ourselves has a reason in our words. */
export function isAskerGone(signal: AbortSignal): boolean {
  return signal.aborted && !(signal.reason instanceof AppError)
}

function endingError(): AppError {
  return new AppError('not-ready', 'The service is ending.', { hint: 'Ask again in some seconds.' })
}
