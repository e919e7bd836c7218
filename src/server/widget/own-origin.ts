// Does a request come from a page of ours? By the Origin that the browser vouches for, and no page can choose.
import type { Context } from 'hono'
import type { AppEnvironment, AppParts } from '../app-environment.ts'

/**
 * @returns undefined when the request names no page: browsers name it wherever it matters, other programs need not
 */
export function comesFromOwnPage(
  c: Context<AppEnvironment>,
  { publicUrl }: Pick<AppParts['settings'], 'publicUrl'>,
): boolean | undefined {
  const origin = c.req.header('origin')
  if (origin === undefined) return undefined
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true
  // A proxy may speak https where we hear http; the name and the port are what it was addressed by.
  return URL.canParse(origin) && new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
}
