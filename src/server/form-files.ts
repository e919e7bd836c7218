// Which files came with this form? The parts of a multipart body that have a file name, in the order sent.
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { GivenFile } from '../uploads/uploads.ts'

/** One request is read whole before any of it is stored. */
const MOST_FILES = 100
/** Fields beside the files are passed over. Every part costs the parser ten times its bytes: a million kept the service for a minute. */
const MOST_PARTS = 2 * MOST_FILES
/** Bytes before the content of a part: a name of 255 bytes and a type, each several times over. */
const MOST_HEAD_BYTES = 16 * 1024
/** As RFC 2046 has it, quoted or not. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'()+./:=?-]{1,70}))\s*(?:;|$)/i

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
  const [, quoted, plain] = BOUNDARY.exec(c.req.header('content-type') ?? '') ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw noForm()
  refuseCostlyForm(Buffer.from(body), boundary)
  // Only the boundary that was looked for: where two are named, the parser may follow the other.
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` }
  try {
    return [...(await new Response(body, { headers }).formData()).values()]
  } catch (cause) {
    throw noForm(cause)
  }
}

function refuseCostlyForm(body: Buffer, boundary: string): void {
  const delimiter = Buffer.from(`--${boundary}`)
  let parts = 0
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + delimiter.length)) {
    parts++
    if (parts > MOST_PARTS) {
      throw new AppError('bad-input', `Expected a form of fewer than ${MOST_PARTS} parts, got more.`, {
        hint: `Send at most ${MOST_FILES} files a request.`,
      })
    }
    const head = body.subarray(at, at + MOST_HEAD_BYTES)
    if (head.length === MOST_HEAD_BYTES && !head.includes('\r\n\r\n')) throw noForm()
  }
}

function noForm(cause?: unknown): AppError {
  return new AppError('bad-input', 'Expected a multipart form, got something that is not.', { cause })
}
