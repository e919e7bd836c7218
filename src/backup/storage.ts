// What does a failure of the file system mean here? A full disk or a folder that may not be written, in words.
import { diskFull, isDiskFull } from '../collection/faults.ts'
import { AppError } from '../errors.ts'

/**
 * @param where the folder that is written to
 * @param needed bytes that it must take at most
 */
export function inWords<T>(where: string, needed: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof AppError || !(error instanceof Error) || !('code' in error)) throw error
    if (isDiskFull(error)) {
      const hint = 'Free some space and run the command again; nothing was lost.'
      throw diskFull(where, { needed, hint, cause: error })
    }
    throw new AppError('bad-input', `${where} can’t be written (${String(error.code)}).`, {
      hint: 'Check that the folder is there and may be written by this user.',
      cause: error,
    })
  }
}
