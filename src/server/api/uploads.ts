// How do files come in, and out again? Upload, preview, removal and download.
import { Hono } from 'hono'
import { AppError } from '../../errors.ts'
import type { App, AppEnvironment, AppParts } from '../app-environment.ts'
import { byteStream } from '../byte-stream.ts'
import { attachment } from '../content-disposition.ts'
import { errorResponse } from '../errors.ts'
import { readFormFiles } from '../form-files.ts'
import { admit } from '../guard/admit.ts'
import { refuseForeignOrigins } from '../guard/foreign-origin.ts'
import { limitBody, limitConcurrency } from '../guard/limits.ts'
import { refuseOtherMethods } from '../guard/methods.ts'
import { forReader } from '../reader-language.ts'
import { documentId } from './schemas.ts'

/** Each is in memory whole. */
const UPLOADS_AT_ONCE = 2
const DEFAULT_TOTAL_BYTES = 64 * 1024 * 1024

export function uploadRoutes({ service: { uploads }, settings }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/api/documents', ...takesFiles(settings), async (c) => {
    const reply = await uploads.add(await readFormFiles(c))
    c.header('Vary', 'Accept-Language')
    return c.json({ ...reply, files: forReader(c, reply.files) })
  })
  app.delete('/api/documents/:id', ownPages(settings), admit('write'), async (c) =>
    c.json(await uploads.remove(idOf(c.req.param('id')))),
  )
  app.get('/api/documents/:id/original', admit('read'), async (c) => {
    const { name, bytes, sha256 } = await uploads.original(idOf(c.req.param('id')))
    return c.body(byteStream(bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Content-Disposition': attachment(name),
      ETag: `"${sha256}"`,
    })
  })
  return app
}

/** Apart, and before the routes of one document, whose id could be this word. */
export function previewRoutes({ service: { uploads }, settings }: AppParts): App {
  const app = new Hono<AppEnvironment>()
  app.post('/api/documents/preview', ...takesFiles(settings), async (c) => {
    const [file, ...others] = await readFormFiles(c)
    if (file === undefined || others.length > 0) {
      throw new AppError('bad-input', `Expected one file, got ${others.length + 1}.`)
    }
    return c.json(await uploads.preview(file))
  })
  refuseOtherMethods(app)
  return app
}

/** @throws AppError `not-found`: what is no id at all is no document's either */
function idOf(given: string): string {
  const id = documentId.safeParse(given).data
  if (id !== undefined) return id
  throw new AppError('not-found', 'There is no document of this id.', {
    hint: 'GET /api/documents lists those held.',
  })
}

/** A form can be sent by a page of another site without the browser's asking first. */
function ownPages(settings: AppParts['settings']) {
  return refuseForeignOrigins(settings, (c, origin) =>
    errorResponse(
      c,
      'forbidden',
      `Pages of ${origin} may not change documents here.`,
      'See WENBAO_CORS_ORIGINS.',
    ),
  )
}

function takesFiles(settings: AppParts['settings']) {
  const { uploadTotalBytes = DEFAULT_TOTAL_BYTES } = settings
  return [
    ownPages(settings),
    admit('write', { maxBody: 'unread' }),
    limitConcurrency(UPLOADS_AT_ONCE),
    limitBody(uploadTotalBytes),
  ] as const
}
