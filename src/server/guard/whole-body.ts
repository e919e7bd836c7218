// Is the whole request here? Only then does it take a place: whoever sends a body byte by byte keeps nobody else waiting.
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { AppError } from '../../errors.ts'
import type { AppEnvironment } from '../app-environment.ts'

const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Reads a body, whether its length was told or not; `c.req.arrayBuffer()` and its like give it again.
 *
 * @throws AppError `too-large`, before it is read where its length was told; `bad-input` when it ends early
 */
export async function readWholeBody(c: Context<AppEnvironment>, maxBytes: number): Promise<void> {
  if (BODILESS.has(c.req.method)) return
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw tooLarge(maxBytes)
    },
  })
  try {
    await limit(c, async () => void (await c.req.arrayBuffer()))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('bad-input', 'Expected a whole body, got a part of one.', { cause })
  }
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError('too-large', `Expected a body of at most ${maxBytes} bytes, got more.`)
}
