// GET /docs: openapi.json to read and to try, by a copy of Swagger UI in this very process.
import { readFile } from 'node:fs/promises'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { AppError } from '../errors.ts'
import type { App, AppEnvironment } from './app-environment.ts'
import { DOCS_HTML, DOCS_SCRIPT } from './docs-page.ts'

/** From src/server/ as from dist/server/; filled by scripts/copy-docs-ui.mjs. */
const COPIED = new URL('../../dist/docs-ui/', import.meta.url)
const FILES: Readonly<Record<string, string>> = {
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
}

/** @param folder of the copied files */
export function docsRoutes(folder = COPIED): App {
  const app = new Hono<AppEnvironment>()
  app.use('/docs/*', compress(), etag())
  app.get('/docs', (c) => c.html(DOCS_HTML, 200, { 'Cache-Control': 'no-cache' }))
  app.get('/docs/start.js', (c) =>
    c.body(DOCS_SCRIPT, 200, {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'no-cache',
    }),
  )
  for (const [name, type] of Object.entries(FILES)) {
    app.get(`/docs/${name}`, async (c) =>
      c.body(await readCopied(new URL(name, folder)), 200, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
      }),
    )
  }
  return app
}

async function readCopied(file: URL): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (cause) {
    throw new AppError('not-found', 'The pages of the documentation were not built.', {
      hint: 'Run npm run build; GET /openapi.json says the same.',
      cause,
    })
  }
}
