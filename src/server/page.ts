// GET / and /d/{id}: the pages and what they load, all from this process and from nowhere else.
import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { etag } from 'hono/etag'
import type { App, AppEnvironment } from './app-environment.ts'

/** From src/server/ as from dist/server/: the pages are shipped as written, there is nothing to build. */
const WEB_FOLDER = new URL('../../src/web/', import.meta.url)

const STYLE = 'text/css; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'
const ASSETS: Readonly<Record<string, string>> = {
  'look.css': STYLE,
  'search.css': STYLE,
  'results.css': STYLE,
  'answer.css': STYLE,
  'reader.css': STYLE,
  'icon.svg': 'image/svg+xml',
  'search.js': SCRIPT,
  'asking.js': SCRIPT,
  'answer-view.js': SCRIPT,
  'answer-pieces.js': SCRIPT,
  'conversation.js': SCRIPT,
  'event-stream.js': SCRIPT,
  'finding.js': SCRIPT,
  'reader.js': SCRIPT,
  'results.js': SCRIPT,
  'document-text.js': SCRIPT,
  'pieces.js': SCRIPT,
  'elements.js': SCRIPT,
  'service.js': SCRIPT,
  'words.js': SCRIPT,
}

/** Only names of the list exist, so no path leads anywhere else. */
export function pageRoutes(): App {
  const app = new Hono<AppEnvironment>()
  const html = { search: readWeb('search.html'), reader: readWeb('reader.html') }
  // `no-cache`: kept, but asked for again, so that an update shows at once.
  app.use('/assets/*', etag())
  app.get('/', (c) => c.html(html.search, 200, { 'Cache-Control': 'no-cache' }))
  app.get('/d/:id', (c) => c.html(html.reader, 200, { 'Cache-Control': 'no-cache' }))
  for (const [name, type] of Object.entries(ASSETS)) {
    const content = readWeb(name)
    app.get(`/assets/${name}`, (c) =>
      c.body(content, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' }),
    )
  }
  return app
}

function readWeb(name: string): string {
  return readFileSync(new URL(name, WEB_FOLDER), 'utf8')
}
