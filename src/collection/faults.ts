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

/** @returns the error itself when it is one of ours or not about storage */
export function storageFault(error: unknown, where: string): unknown {
  const code = codeOf(error)
  if (error instanceof AppError || code === undefined) return error
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk-full', `No space is left to write the collection in ${where}.`, {
      hint: 'Free some space and run the command again: what was learnt before is kept, the rest is learnt then.',
      cause: error,
    })
  }
  if (/^SQLITE_(?:CORRUPT|NOTADB|FORMAT|ERROR|MISMATCH|IOERR_SHORT_READ)/.test(code)) {
    return damaged(where, 'SQLite can’t read it', error)
  }
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) {
    return new AppError('locked', `The collection in ${where} is busy.`, { hint: 'Try again.', cause: error })
  }
  if (/^(?:SQLITE_|E[A-Z]+$|ConnectionFailed)/.test(code)) {
    return new AppError('internal', `The collection in ${where} can’t be read or written (${code}).`, {
      hint: 'Check that the folder exists, is on a local disk and may be written by this user.',
      cause: error,
    })
  }
  return error
}

/** The driver reports a file that can't be opened without a code, by the beginning of its message only. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return error.code
  return error.message.startsWith('ConnectionFailed') ? 'ConnectionFailed' : undefined
}
