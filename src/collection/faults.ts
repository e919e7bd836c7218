// What does a failure of the store mean to the person who runs it? Codes of SQLite and of the file system in our words.
import { statfsSync } from 'node:fs'
import { AppError } from '../errors.ts'

export const REBUILD_HINT = 'Run `wenbao index --rebuild`, which learns the folder anew.'

/** @param where the collection's folder */
export function damaged(where: string, what: string, cause?: unknown): AppError {
  return new AppError('index-damaged', `The collection in ${where} is damaged: ${what}.`, {
    hint: `${REBUILD_HINT} Deleting the folder and running \`wenbao index\` does the same.`,
    cause,
  })
}

/** SQLite's result codes, the primary ones in the low byte: https://sqlite.org/rescode.html */
const PRIMARY = 0xff
const SHORT_READ = 522
const Sqlite = {
  error: 1,
  busy: 5,
  locked: 6,
  inputOutput: 10,
  corrupt: 11,
  full: 13,
  mismatch: 20,
  format: 24,
  notDatabase: 26,
} as const
const UNREADABLE: readonly number[] = [
  Sqlite.error,
  Sqlite.corrupt,
  Sqlite.mismatch,
  Sqlite.format,
  Sqlite.notDatabase,
]

export interface DiskFullOptions {
  /** Bytes that were to be written, as far as that is known; 0: it isn't. */
  readonly needed: number
  readonly hint: string
  readonly cause?: unknown
}

/** @param where the folder that was written to */
export function diskFull(where: string, { needed, hint, cause }: DiskFullOptions): AppError {
  const figures = spaceWords(where, needed)
  const told = figures === '' ? '' : `: ${figures}`
  return new AppError('disk-full', `No space is left in ${where}${told}.`, { hint, cause })
}

/** @param needed bytes; 0: it isn't known. @returns empty where the folder isn't on a disk */
export function spaceWords(where: string, needed: number): string {
  const free = freeBytes(where)
  return [
    ...(needed > 0 ? [`at least ${needed} bytes are needed`] : []),
    ...(free === undefined ? [] : [`${free} bytes are free`]),
  ].join(', ')
}

/** SQLite's shared memory beside the record takes 32 kB, without which it can’t even be read. */
const LEAST_FREE_BYTES = 65_536

/** SQLite speaks of an error of the disk where it finds no room for a file of its own. */
function isNoRoom(primary: number, where: string): boolean {
  return primary === Sqlite.inputOutput && (freeBytes(where) ?? LEAST_FREE_BYTES) < LEAST_FREE_BYTES
}

/** For this user; undefined where the folder isn't on a disk. */
function freeBytes(where: string): number | undefined {
  try {
    const { bavail, bsize } = statfsSync(where)
    return bavail * bsize
  } catch {
    return undefined
  }
}

/** Of the file system; SQLite has a number of its own. */
export function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOSPC' || code === 'EDQUOT'
}

/**
 * @param needed bytes that were to be written, as far as that is known
 * @returns the error itself when it is one of ours or not about storage
 */
export function storageFault(error: unknown, where: string, needed = 0): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const sqlite = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : 0
  const system = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const primary = sqlite & PRIMARY
  if (primary === Sqlite.full || isDiskFull(error) || isNoRoom(primary, where)) {
    return diskFull(where, {
      needed,
      hint: 'Free some space and try again: all that was held before is kept.',
      cause: error,
    })
  }
  if (UNREADABLE.includes(primary) || sqlite === SHORT_READ)
    return damaged(where, 'SQLite can’t read it', error)
  if (primary === Sqlite.busy || primary === Sqlite.locked) {
    return new AppError('locked', `The collection in ${where} is busy.`, { hint: 'Try again.', cause: error })
  }
  // The driver reports a file that can't be opened by the beginning of its message only.
  if (sqlite > 0 || /^E[A-Z]+$/.test(system) || error.message.startsWith('ConnectionFailed')) {
    return new AppError(
      'internal',
      `The collection in ${where} can’t be read or written: ${error.message}.`,
      {
        hint: 'Check that the folder exists, is on a local disk and may be written by this user.',
        cause: error,
      },
    )
  }
  return error
}
