// Is the body what was agreed? Reads it through a schema; the first fault names its field.
import type { Context } from 'hono'
import type * as z from 'zod'
import { readAnyJson } from '../json-body.ts'
import { RequestFault } from './errors.ts'

/** @throws RequestFault; AppError `bad-input` when the body is no JSON */
export async function readBody<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const parsed = schema.safeParse(await readAnyJson(c))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const param = issue?.path.join('.') ?? ''
  throw new RequestFault(
    param === '' ? (issue?.message ?? 'Expected another body.') : `${param}: ${issue?.message}`,
    param === '' ? {} : { param },
  )
}
