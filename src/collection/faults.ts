// What does a failure of the store mean to the person who runs it? Codes of SQLite and of the file system in our words.
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

/** @returns the error itself when it is one of ours or not about storage */
export function storageFault(error: unknown, where: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const sqlite = 'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : 0
  const system = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const primary = sqlite & PRIMARY
  if (primary === Sqlite.full || system === 'ENOSPC' || system === 'EDQUOT') {
    return new AppError('disk-full', `No space is left to write the collection in ${where}.`, {
      hint: 'Free some space and run the command again: what was learnt before is kept, the rest is learnt then.',
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
