// How does a backup become what is held? Read and checked whole beside it, then put in its place in one step.
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from '../collection/durable-file.ts'
import { checkRecord, replaceRecord } from '../collection/replace.ts'
import { RECORD_FILE } from '../collection/schema.ts'
import { AppError } from '../errors.ts'
import { LEARNT_MARK } from '../learning.ts'
import { forgetDerived } from '../search/derived/derived-files.ts'
import { ORIGINALS } from '../uploads/originals.ts'
import type { BackupReport } from './back-up.ts'
import { type BackupPart, readBackup, writeAll } from './backup-file.ts'
import { inWords } from './storage.ts'

export interface RestoreOptions {
  /** Called before every change to the folder; for tests that end the process there. */
  readonly atStep?: (step: string) => void
}

const STAGING = '.restore-'

/**
 * Replaces what an index folder holds. After a crash at any moment it holds what it held before, or the backup.
 *
 * @throws AppError `bad-input` for a file that is damaged, no backup, or of a newer program, before anything is changed;
 *   `locked` while a service has the folder open
 */
export function restore(
  file: string,
  indexFolder: string,
  { atStep = () => undefined }: RestoreOptions = {},
): BackupReport & { readonly made: string } {
  const needed = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  return inWords(indexFolder, needed, () => {
    mkdirSync(indexFolder, { recursive: true })
    sweep(indexFolder)
    const staging = join(indexFolder, `${STAGING}${process.pid}`)
    try {
      mkdirSync(staging)
      const { parts, made } = readBackup(file, (part) => unpack(staging, part, file))
      const { documents, chunks } = checkStaged(staging, file)
      const names = parts.map(({ path }) => path)
      const originals = names.filter((name) => name.startsWith(`${ORIGINALS}/`))
      const place = (name: string) => {
        const target = join(indexFolder, name)
        mkdirSync(dirname(target), { recursive: true })
        atStep(`place ${name}`)
        renameSync(join(staging, name), target)
      }
      // Named by their content, so that more of them than the record knows do no harm.
      for (const name of originals) place(name)
      const prepare = () => {
        atStep('forget what is derived')
        forgetDerived(indexFolder)
        // Without the mark a start leaves what is held alone; with one that belongs to the other record it might not.
        atStep('forget the mark')
        rmSync(join(indexFolder, LEARNT_MARK), { force: true })
      }
      replaceRecord(indexFolder, staging, prepare, atStep)
      if (names.includes(LEARNT_MARK)) place(LEARNT_MARK)
      syncFolder(indexFolder)
      const bytes = parts.reduce((sum, part) => sum + part.bytes, 0)
      return { file, made, documents, chunks, originals: originals.length, bytes }
    } finally {
      rmSync(staging, { recursive: true, force: true })
    }
  })
}

function unpack(staging: string, { path }: BackupPart, file: string) {
  const isKnown = path === RECORD_FILE || path === LEARNT_MARK || path.startsWith(`${ORIGINALS}/`)
  if (!isKnown) throw new AppError('bad-input', `The backup ${file} holds ${path}, which has no place here.`)
  const target = join(staging, path)
  mkdirSync(dirname(target), { recursive: true })
  const out = openSync(target, 'wx')
  return {
    take: (slice: Uint8Array) => writeAll(out, slice),
    end() {
      fsyncSync(out)
      closeSync(out)
    },
  }
}

/** Every row once, so that a record that can't be opened by this version is refused while the old one still stands. */
function checkStaged(staging: string, file: string) {
  try {
    return checkRecord(staging)
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause
    const why = cause.code === 'index-stale' ? 'was made by another version' : 'is damaged'
    throw new AppError('bad-input', `The record in ${file} ${why}; nothing was changed.`, {
      hint: 'Restore it with the version of wenbao that made it.',
      cause,
    })
  }
}

/** What a restoring that was killed has left. */
function sweep(indexFolder: string): void {
  for (const name of readdirSync(indexFolder)) {
    if (name.startsWith(STAGING)) rmSync(join(indexFolder, name), { recursive: true, force: true })
  }
}
