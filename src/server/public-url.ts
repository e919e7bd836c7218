// How do links in a reply begin? As the request was addressed.
import type { Context } from 'hono'

/** @param path with its slash, query and fragment */
export function publicUrl(c: Context, path: string): string {
  return new URL(c.req.url).origin + path
}
