// GET / and /d/{id}: the pages and what they load, all from this process and from nowhere else.
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { App, AppEnvironment } from './app-environment.ts'
import type { WebFiles } from './web-files.ts'

/** Its name changes with its content, so a browser need never ask again. */
const FOR_EVER = 'public, max-age=31536000, immutable'
/** Kept, but asked for again, so that an update shows at once. */
const ASK_AGAIN = 'no-cache'

/** Only names that the build made exist, so no path leads anywhere else. */
export function pageRoutes(files: WebFiles): App {
  const app = new Hono<AppEnvironment>()
  app.get('/', etag(), (c) => c.html(files.html('page'), 200, { 'Cache-Control': ASK_AGAIN }))
  app.get('/d/:id', etag(), (c) => c.html(files.html('reader'), 200, { 'Cache-Control': ASK_AGAIN }))
  for (const [name, { type, content, gzipped }] of files.assets) {
    app.get(`/assets/${name}`, (c) => {
      const headers = { 'Content-Type': type, 'Cache-Control': FOR_EVER, Vary: 'Accept-Encoding' }
      const takesGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
      if (gzipped === undefined || !takesGzip) return c.body(content, 200, headers)
      return c.body(gzipped, 200, { ...headers, 'Content-Encoding': 'gzip' })
    })
  }
  return app
}
