// How much may a client ask for? Size, form and number of requests, refused before any work is done.
import { setImmediate } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppEnvironment } from '../app-environment.ts'
import { errorResponse, type Refuse } from '../errors.ts'

/** Bytes of a JSON body where nothing else is said: thirty times the longest question. */
const MAX_JSON_BYTES = 64 * 1024

/** Seconds after which a refused client may come again; a question takes far less. */
const RETRY_AFTER_S = 1

export function limitJsonBody(
  maxBytes = MAX_JSON_BYTES,
  refuse: Refuse = errorResponse,
): MiddlewareHandler<AppEnvironment> {
  return bodyLimit({
    maxSize: maxBytes,
    onError: (c) => refuse(c, 'too-large', `Expected a body of at most ${maxBytes} bytes.`),
  })
}

/**
 * A page of another site can send a form without asking, but not JSON: a browser asks first, and we never allow it.
 */
export function requireJson(refuse: Refuse = errorResponse): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'application/json') {
      const got = type ? JSON.stringify(type) : 'none'
      return refuse(c, 'unsupported-media-type', `Expected content-type application/json, got ${got}.`)
    }
    return next()
  }
}

/** @param most requests worked on at once; one more is refused, not queued, so that those admitted stay quick */
export function limitConcurrency(
  most: number,
  refuse: Refuse = errorResponse,
): MiddlewareHandler<AppEnvironment> {
  let running = 0
  return async (c, next) => {
    if (running >= most) {
      c.header('Retry-After', String(RETRY_AFTER_S))
      return refuse(c, 'busy', `The service is working on ${most} requests already.`, 'Ask again shortly.')
    }
    running++
    const release = () => void running--
    try {
      // The model computes on this very thread: unless those who wait are read first, they queue in the sockets, uncounted.
      await setImmediate()
      return await next()
    } finally {
      // A stream goes on after its headers were sent.
      const workEnds = c.get('workEnds')
      if (workEnds === undefined) release()
      else workEnds.then(release)
    }
  }
}
