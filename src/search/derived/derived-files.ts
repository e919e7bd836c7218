// Where do the postings and the graph rest between runs? Files beside the record, believed only when their checksum holds.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { hashFile, hashOf, removeAbandoned, syncFile, syncFolder } from '../../collection/durable-file.ts'

/** Raise it when the form of the files, the terms of a text or the graph's settings change. */
const SCHEMA = 2
const MANIFEST = 'search.json'
const TEMPORARY = '.tmp-'

export type PartName = 'postings' | 'graph'

export interface DerivedPart {
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** What the files were made from, and what they must look like. */
export interface Manifest {
  readonly schema: number
  readonly fingerprint: string
  readonly dimension: number
  readonly changeNumber: number
  readonly parts: Partial<Record<PartName, DerivedPart>>
}

export type ManifestReading =
  | { readonly kind: 'read'; readonly manifest: Manifest }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly reason: string }

/** @param expected embedder of the vectors held now: files of another one are no use */
export function readManifest(
  folder: string,
  expected: { readonly fingerprint: string; readonly dimension: number },
): ManifestReading {
  let text: string
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8')
  } catch {
    return { kind: 'absent' }
  }
  const [sha256, body] = text.split('\n', 2)
  if (body === undefined || sha256 !== hashOf(body)) {
    return { kind: 'unusable', reason: 'manifest: checksum differs' }
  }
  // Written by publish below and unchanged since: the checksum holds.
  const manifest = JSON.parse(body) as Manifest
  if (manifest.schema !== SCHEMA)
    return { kind: 'unusable', reason: `manifest: version ${manifest.schema} instead of ${SCHEMA}` }
  if (manifest.fingerprint !== expected.fingerprint || manifest.dimension !== expected.dimension) {
    return { kind: 'unusable', reason: 'manifest: made with another embedder' }
  }
  return { kind: 'read', manifest }
}

/** @returns why the file can't be believed; undefined when it can */
export function faultOf(folder: string, part: DerivedPart): string | undefined {
  const path = join(folder, part.file)
  try {
    const { size } = statSync(path)
    if (size !== part.bytes) return `${size} bytes instead of ${part.bytes}`
    return hashFile(path) === part.sha256 ? undefined : 'checksum differs'
  } catch (error) {
    return `can't be read (${codeOf(error)})`
  }
}

/**
 * Writes new files beside the old ones and then switches the manifest, which alone says what is valid. After a crash at
 * any moment the old or the new generation holds; what lies around is swept later.
 *
 * @param writers write one part each into the path they are given, and throw when it can't be read back
 */
export function publish(
  folder: string,
  about: Omit<Manifest, 'schema' | 'parts'>,
  writers: Partial<Record<PartName, (path: string) => void>>,
): Manifest {
  mkdirSync(folder, { recursive: true })
  const parts: Partial<Record<PartName, DerivedPart>> = {}
  const temporary = temporaryPath(folder, 'manifest')
  try {
    for (const name of ['postings', 'graph'] as const) {
      const write = writers[name]
      if (write !== undefined) parts[name] = writePart(folder, name, write)
    }
    const manifest: Manifest = { schema: SCHEMA, ...about, parts }
    const body = JSON.stringify(manifest)
    writeFileSync(temporary, `${hashOf(body)}\n${body}\n`, { flush: true })
    renameSync(temporary, join(folder, MANIFEST))
    syncFolder(folder)
    sweep(folder, new Set(Object.values(parts).map(({ file }) => file)))
    return manifest
  } catch (error) {
    rmSync(temporary, { force: true })
    forgetParts(folder, parts)
    throw error
  }
}

/** Nothing that lies there is believed any more; the next opening makes it anew from the record. */
export function forgetDerived(folder: string): void {
  rmSync(join(folder, MANIFEST), { force: true })
}

/** On a full disk they would stand in the way of what is to be written next. Named by content, one may be in use already. */
function forgetParts(folder: string, parts: Manifest['parts']): void {
  const path = join(folder, MANIFEST)
  const valid = existsSync(path) ? readFileSync(path, 'utf8') : ''
  for (const { file } of Object.values(parts)) {
    if (!valid.includes(file)) rmSync(join(folder, file), { force: true })
  }
}

function writePart(folder: string, name: PartName, write: (path: string) => void): DerivedPart {
  const temporary = temporaryPath(folder, name)
  try {
    write(temporary)
    syncFile(temporary)
    const { size } = statSync(temporary)
    const sha256 = hashFile(temporary)
    const file = `${name}-${sha256.slice(0, 16)}.bin`
    renameSync(temporary, join(folder, file))
    return { file, bytes: size, sha256 }
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** What a process left that was killed while it wrote; a later one may have nothing to write, and sweep nothing by that. */
export function sweepUnfinished(folder: string): void {
  if (existsSync(folder)) removeAbandoned(folder, (file) => file.startsWith(TEMPORARY))
}

function sweep(folder: string, valid: ReadonlySet<string>): void {
  const isPart = (file: string) => /^(?:postings|graph)-[0-9a-f]{16}\.bin$/.test(file)
  removeAbandoned(folder, (file) => file.startsWith(TEMPORARY) || (isPart(file) && !valid.has(file)))
}

function temporaryPath(folder: string, name: string): string {
  return join(folder, `${TEMPORARY}${name}-${process.pid}-${Date.now()}`)
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
