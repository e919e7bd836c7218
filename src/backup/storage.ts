// What does a failure of the file system mean here? A full disk or a folder that may not be written, in words.
import { AppError } from '../errors.ts'

/** @param where the folder that is written to */
export function inWords<T>(where: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) throw error
    const code = String(error.code)
    if (code === 'ENOSPC' || code === 'EDQUOT') {
      throw new AppError('disk-full', `No space is left in ${where}.`, {
        hint: 'Free some space and run the command again; nothing was lost.',
        cause: error,
      })
    }
    throw new AppError('bad-input', `${where} can’t be written (${code}).`, {
      hint: 'Check that the folder is there and may be written by this user.',
      cause: error,
    })
  }
}
