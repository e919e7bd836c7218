// Is the whole request here? Only then does it take a place: whoever sends a body byte by byte keeps nobody else waiting.
import type { Context } from 'hono'
import { AppError } from '../../errors.ts'
import type { AppEnvironment } from '../app-environment.ts'
import { limitBody } from './limits.ts'

const BODILESS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Reads a body, whether its length was told or not; `c.req.arrayBuffer()` and its like give it again.
 *
 * @throws AppError `too-large`, before it is read where its length was told; `bad-input` when it ends early
 */
export async function readWholeBody(c: Context<AppEnvironment>, maxBytes: number): Promise<void> {
  if (BODILESS.has(c.req.method)) return
  try {
    await limitBody(maxBytes)(c, async () => void (await c.req.arrayBuffer()))
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    throw new AppError('bad-input', 'Expected a whole body, got a part of one.', { cause })
  }
}
