// Which files came with this form? The parts of a multipart body that have a file name, in the order sent.
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { GivenFile } from '../uploads/uploads.ts'

/** One request is read whole before any of it is stored. */
const MOST_FILES = 100

/** @throws AppError `unsupported-media-type` | `bad-input` */
export async function readFormFiles(c: Context): Promise<GivenFile[]> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'multipart/form-data') {
    const got = type ? JSON.stringify(type) : 'none'
    throw new AppError('unsupported-media-type', `Expected content-type multipart/form-data, got ${got}.`)
  }
  const files = (await readParts(c)).filter((part) => part instanceof File)
  if (files.length === 0) {
    throw new AppError('bad-input', 'Expected a file, got a form without one.', {
      hint: "Send each as a part with a file name: curl -F 'files=@report.txt'.",
    })
  }
  if (files.length > MOST_FILES) {
    throw new AppError('bad-input', `Expected at most ${MOST_FILES} files, got ${files.length}.`, {
      hint: 'Send them in several requests.',
    })
  }
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
}

async function readParts(c: Context): Promise<(File | string)[]> {
  // Counted here rather than in the parser, so that a body that is too large is refused as such.
  const body = await c.req.arrayBuffer()
  const headers = { 'content-type': c.req.header('content-type') ?? '' }
  try {
    return [...(await new Response(body, { headers }).formData()).values()]
  } catch (cause) {
    throw new AppError('bad-input', 'Expected a multipart form, got something that is not.', { cause })
  }
}
