// What does a backup look like? One file: a line that names it, a list of its parts with their checksums, then the parts.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync, statSync, writeSync } from 'node:fs'
import * as z from 'zod'
import { AppError } from '../errors.ts'

/** Raise it when an older program could not read the file. */
const FORMAT = 1
const MAGIC = 'wenbao-backup '
/** Of the head: 100,000 originals make a list of some 15 MB. */
const MAX_HEAD_BYTES = 64 * 2 ** 20
const SLICE_BYTES = 2 ** 22

const manifestSchema = z.strictObject({
  /** Version of the program that wrote it. */
  program: z.string(),
  made: z.iso.datetime(),
  parts: z
    .array(
      z.strictObject({
        /** Relative to the index folder; neither hidden nor out of it. */
        path: z.string().regex(/^(?:[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/)*[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u),
        bytes: z.int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .min(1),
})

export type Manifest = z.infer<typeof manifestSchema>
export type BackupPart = Manifest['parts'][number]

/** Takes the bytes of one part, in order; the slice is used again afterwards. */
export type TakeSlice = (slice: Uint8Array) => void

/** @param source path of the file that a part is copied from */
export function writeBackup(path: string, manifest: Manifest, source: (part: BackupPart) => string): void {
  const out = openSync(path, 'wx', 0o600)
  try {
    const list = JSON.stringify(manifest)
    writeAll(out, Buffer.from(`${MAGIC}${FORMAT}\n${sha256Of(list)}\n${list}\n`))
    for (const part of manifest.parts) {
      const { sha256, bytes } = eachSlice(source(part), (slice) => writeAll(out, slice))
      if (sha256 === part.sha256 && bytes === part.bytes) continue
      throw new AppError('internal', `${part.path} changed while it was copied.`, { hint: 'Try again.' })
    }
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
}

/**
 * Reads a backup to its end and believes nothing that its checksums don't bear out.
 *
 * @param open called at the beginning of each part; `take` gets its bytes, `end` follows when they are whole
 * @throws AppError `bad-input` when it is none, damaged, cut off, or of a newer program
 */
export function readBackup(
  path: string,
  open: (part: BackupPart) => { readonly take: TakeSlice; end(): void },
): Manifest {
  const file = openBackup(path)
  try {
    const { manifest, headBytes } = readHead(file, path)
    let at = headBytes
    for (const part of manifest.parts) {
      const { take, end } = open(part)
      const found = slicesOf(file, at, part.bytes, take)
      end()
      if (found !== part.sha256) throw spoilt(path, `${part.path} isn’t what was written`)
      at += part.bytes
    }
    if (statSync(path).size !== at) throw spoilt(path, 'something follows its end')
    return manifest
  } finally {
    closeSync(file)
  }
}

/** sha256 (hex) and size of a file, read in slices. */
export function eachSlice(path: string, take: TakeSlice): { sha256: string; bytes: number } {
  const file = openSync(path, 'r')
  try {
    let bytes = 0
    const sha256 = slicesOf(file, 0, Number.POSITIVE_INFINITY, (slice) => {
      bytes += slice.length
      take(slice)
    })
    return { sha256, bytes }
  } finally {
    closeSync(file)
  }
}

export function writeAll(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function openBackup(path: string): number {
  try {
    return openSync(path, 'r')
  } catch (cause) {
    throw new AppError('not-found', `The backup ${path} can’t be read.`, { cause })
  }
}

function readHead(file: number, path: string): { manifest: Manifest; headBytes: number } {
  const lines: string[] = []
  let head = Buffer.alloc(0)
  while (lines.length < 3) {
    const slice = Buffer.allocUnsafe(2 ** 16)
    const read = readSync(file, slice, 0, slice.length, head.length)
    head = Buffer.concat([head, slice.subarray(0, read)])
    if (!head.toString('latin1', 0, MAGIC.length).startsWith(MAGIC)) {
      throw new AppError('bad-input', `${path} is no backup of wenbao.`)
    }
    lines.splice(0, lines.length, ...head.toString('utf8').split('\n').slice(0, -1))
    checkFormat(lines[0], path)
    if (read === 0 || head.length > MAX_HEAD_BYTES) break
  }
  const [name = '', sha256 = '', list] = lines
  if (list === undefined || sha256Of(list) !== sha256) throw spoilt(path, 'its list of parts isn’t whole')
  const parsed = manifestSchema.safeParse(JSON.parse(list))
  if (!parsed.success) throw spoilt(path, 'its list of parts has another form')
  return { manifest: parsed.data, headBytes: Buffer.byteLength(`${name}\n${sha256}\n${list}\n`) }
}

function checkFormat(line: string | undefined, path: string): void {
  const format = line === undefined ? FORMAT : Number(line.slice(MAGIC.length))
  if (format === FORMAT) return
  if (!(format > FORMAT)) throw spoilt(path, 'its first line isn’t whole')
  throw new AppError('bad-input', `${path} is a backup of form ${format}, this program reads ${FORMAT}.`, {
    hint: 'Restore it with the version of wenbao that made it, or a later one.',
  })
}

/** @returns sha256 of what was read, hex; fewer bytes than wanted where the file ends */
function slicesOf(file: number, from: number, wanted: number, take: TakeSlice): string {
  const hash = createHash('sha256')
  const slice = Buffer.allocUnsafe(SLICE_BYTES)
  for (let left = wanted, at = from; left > 0; ) {
    const read = readSync(file, slice, 0, Math.min(slice.length, left), at)
    if (read === 0) break
    const bytes = slice.subarray(0, read)
    hash.update(bytes)
    take(bytes)
    at += read
    left -= read
  }
  return hash.digest('hex')
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function spoilt(path: string, what: string): AppError {
  return new AppError('bad-input', `The backup ${path} is damaged: ${what}.`, {
    hint: 'Nothing was changed. Take another backup, or learn the reports anew: `wenbao index`.',
  })
}
