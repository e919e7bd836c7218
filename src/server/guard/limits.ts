// How much may a client ask for? Size, form and number of requests, refused before any work is done.
import { setImmediate } from 'node:timers/promises'
import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../../errors.ts'
import type { AppEnvironment } from '../app-environment.ts'

/** Seconds after which a refused client may come again; a question takes far less. */
const RETRY_AFTER_S = 1

/** By what the client says of its length, and by what really comes. */
export function limitBody(maxBytes: number): MiddlewareHandler<AppEnvironment> {
  return bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new AppError('too-large', `Expected a body of at most ${maxBytes} bytes, got more.`)
    },
  })
}

/** Bytes that are thrown away behind a refusal; after more the connection is cut. */
const MOST_UNREAD_BYTES = 64 * 1024

/** Says so before it happens: else a client sends its next request on a connection that is just being cut, and hears nothing. */
export function announceCut(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    await next()
    if (c.res.status < 400) return
    const isLong = Number(c.req.header('content-length') ?? 0) > MOST_UNREAD_BYTES
    if (c.res.status === 413 || isLong || c.req.header('transfer-encoding') !== undefined) {
      c.header('Connection', 'close')
    }
  }
}

/**
 * A page of another site can send a form without asking, but not JSON: a browser asks first, and we never allow it.
 */
export function requireJson(): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'application/json') {
      const got = type ? JSON.stringify(type) : 'none'
      throw new AppError('unsupported-media-type', `Expected content-type application/json, got ${got}.`)
    }
    return next()
  }
}

/** @param most requests worked on at once; one more is refused, not queued, so that those admitted stay quick */
export function limitConcurrency(most: number): MiddlewareHandler<AppEnvironment> {
  let running = 0
  return async (c, next) => {
    if (running >= most) {
      c.header('Retry-After', String(RETRY_AFTER_S))
      throw new AppError('overloaded', `The service is working on ${most} requests already.`, {
        hint: 'Ask again shortly.',
      })
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
