// Is the body what was agreed? Reads JSON through a schema; whatever is wrong becomes one sentence.
import type { Context } from 'hono'
import type * as z from 'zod'
import { AppError } from '../errors.ts'

/** Faults named in one answer; a body with more is not worth a longer one. */
const MOST_FAULTS = 5

/** @throws AppError `bad-input` saying what was expected and what came */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readAnyJson(c))
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.slice(0, MOST_FAULTS).map(({ path, message }) => {
    return path.length === 0 ? message : `${path.join('.')}: ${message}`
  })
  throw new AppError('bad-input', faults.join('; '), { hint: 'GET /openapi.json describes every field.' })
}

/** @throws AppError `bad-input` when the body is no JSON */
export async function readAnyJson(c: Context): Promise<unknown> {
  const bytes = await c.req.arrayBuffer()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('bad-input', 'Expected a body in UTF-8, got other bytes.', { cause })
  }
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new AppError('bad-input', 'Expected a body of JSON, got something that is not.', { cause })
  }
}
