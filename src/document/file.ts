// A report on disk: size, links and the override beside it are checked before it is read.
import { lstat, readFile, realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { AppError } from '../errors.ts'
import { faultOf, fileError } from '../faults/fault.ts'
import type { Document } from './document.ts'
import { explainReport } from './explain-report.ts'
import { type Fence, openFence } from './fence/fence.ts'
import { type Overrides, parseOverrides } from './overrides.ts'
import type { Explained } from './read.ts'

/** 20 MB: a report of ten million characters is none. */
const MAX_BYTES = 20 * 1024 * 1024

/** An override of a few lines needs no more. */
const MAX_OVERRIDE_BYTES = 64 * 1024

/**
 * Reads one report of a folder, with `NAME.wenbao.yaml` beside it when there is one.
 *
 * @param relativePath with `/`, below `root`
 * @param fence one for all files that are read at a time, so that its limit holds
 * @throws AppError `not-found`, or `bad-input` for what isn't a readable report: too large, a link out of the folder,
 *   a faulty override, and all that `readDocument` refuses
 */
export async function readDocumentFile(
  root: string,
  relativePath: string,
  fence: Fence = openFence(),
): Promise<Document> {
  return (await explainDocumentFile(root, relativePath, fence)).document
}

/** As `readDocumentFile`, with the rule that decided each line. */
export async function explainDocumentFile(
  root: string,
  relativePath: string,
  fence: Fence = openFence(),
): Promise<Explained> {
  const bytes = await readReportBytes(root, relativePath)
  const overrides = await readOverrides(root, relativePath)
  return explainReport(
    bytes,
    overrides === undefined ? { path: relativePath } : { path: relativePath, overrides },
    fence,
  )
}

/** The bytes of one file of a folder. @throws AppError as `readDocumentFile` */
export async function readReportBytes(root: string, relativePath: string): Promise<Uint8Array> {
  return readLimited(await insideRoot(root, relativePath), relativePath, MAX_BYTES)
}

async function readOverrides(root: string, relativePath: string): Promise<Overrides | undefined> {
  const path = overridePath(relativePath)
  try {
    await lstat(resolve(root, path))
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined
    throw unreadable(path, error)
  }
  const file = await insideRoot(root, path)
  const bytes = await readLimited(file, path, MAX_OVERRIDE_BYTES)
  return parseOverrides(new TextDecoder().decode(bytes), path)
}

/** `a/report.txt` → `a/report.wenbao.yaml`. */
export function overridePath(relativePath: string): string {
  return `${relativePath.replace(/\.[^./]{1,10}$/, '')}.wenbao.yaml`
}

/** Where the file really lies, when that is inside the folder. */
async function insideRoot(root: string, relativePath: string): Promise<string> {
  try {
    const [realRoot, real] = await Promise.all([realpath(root), realpath(resolve(root, relativePath))])
    if (real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep)) return real
  } catch (error) {
    throw unreadable(relativePath, error)
  }
  throw fileError(relativePath, faultOf('outside'))
}

async function readLimited(file: string, relativePath: string, limit: number): Promise<Uint8Array> {
  try {
    const stat = await lstat(file)
    if (!stat.isFile()) throw fileError(relativePath, faultOf('no-file'))
    if (stat.size > limit) {
      throw fileError(relativePath, faultOf('too-large-file', { bytes: stat.size, most: limit }))
    }
    return await readFile(file)
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(relativePath, error)
  }
}

function unreadable(path: string, error: unknown): AppError {
  if (hasCode(error, 'ENOENT'))
    return new AppError('not-found', `${path}: there is no such file.`, { cause: error })
  const fault = hasCode(error, 'EACCES')
    ? faultOf('no-permission')
    : faultOf('unreadable', { detail: error instanceof Error && 'code' in error ? String(error.code) : '?' })
  return fileError(path, fault, error)
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
