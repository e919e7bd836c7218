// What must be kept to have it all again? The record, the folder it was learnt from, the originals; the rest is derived.
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { checkRecord, copyRecord } from '../collection/replace.ts'
import { RECORD_FILE } from '../collection/schema.ts'
import { AppError } from '../errors.ts'
import { LEARNT_MARK } from '../learning.ts'
import { ORIGINALS } from '../uploads/originals.ts'
import { programVersion } from '../version.ts'
import { eachSlice, writeBackup } from './backup-file.ts'
import { inWords } from './storage.ts'

export interface BackupReport {
  /** Absolute. */
  readonly file: string
  readonly documents: number
  readonly chunks: number
  readonly originals: number
  readonly bytes: number
}

/**
 * Writes one state of an index folder into one file, while the service runs.
 *
 * @param file where no file is yet; it appears whole or not at all
 * @throws AppError `index-missing`, `index-damaged` (what is damaged is no backup), `bad-input`, `disk-full`
 */
export function backUp(indexFolder: string, file: string): BackupReport {
  const path = resolve(file)
  if (existsSync(path)) {
    throw new AppError('bad-input', `${path} is there already.`, { hint: 'Name a file that isn’t.' })
  }
  return inWords(dirname(path), mostBytes(indexFolder), () => {
    const staging = mkdtempSync(join(dirname(path), `.${basename(path)}-`))
    try {
      copyRecord(indexFolder, staging)
      const { documents, chunks } = checkRecord(staging)
      const originals = originalsOf(indexFolder)
      const sources = new Map([
        // First, so that restoring finds out early whether it can be opened.
        [RECORD_FILE, join(staging, RECORD_FILE)],
        ...[LEARNT_MARK, ...originals]
          .filter((name) => existsSync(join(indexFolder, name)))
          .map((name) => [name, join(indexFolder, name)] as const),
      ])
      const parts = [...sources].map(([name, source]) => ({ path: name, ...eachSlice(source, () => {}) }))
      const manifest = { program: programVersion(), made: new Date().toISOString(), parts }
      const whole = join(staging, 'backup')
      writeBackup(whole, manifest, (part) => sources.get(part.path) ?? '')
      renameSync(whole, path)
      const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
      return { file: path, documents, chunks, originals: originals.length, bytes }
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  })
}

/** While it is made: the record's copy beside the file that it goes into. */
function mostBytes(indexFolder: string): number {
  const sizeOf = (name: string) => statSync(join(indexFolder, name), { throwIfNoEntry: false })?.size ?? 0
  return originalsOf(indexFolder).reduce((sum, name) => sum + sizeOf(name), 2 * sizeOf(RECORD_FILE))
}

/** Relative to the index folder, with `/`. */
function originalsOf(indexFolder: string): string[] {
  const folder = join(indexFolder, ORIGINALS)
  if (!existsSync(folder)) return []
  return (
    readdirSync(folder, { recursive: true, withFileTypes: true })
      // What begins with a dot is being written.
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => relative(indexFolder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort()
  )
}
