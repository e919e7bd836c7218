// How does one begin anew? The record's files are deleted; the next opening makes an empty one.
import { rmSync } from 'node:fs'
import { storageFault } from './faults.ts'
import { acquireLock } from './lock.ts'
import { recordFiles } from './schema.ts'

/**
 * Deletes the record of a folder, also a damaged one; no collection may be open on it in this process.
 *
 * @throws AppError `locked` while another process writes
 */
export function resetCollection(folder: string): void {
  const lock = acquireLock(folder)
  try {
    for (const path of recordFiles(folder)) rmSync(path, { force: true })
  } catch (error) {
    throw storageFault(error, folder)
  } finally {
    lock.release()
  }
}
