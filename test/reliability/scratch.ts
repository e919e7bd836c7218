// Where do thousands of index folders lie for a while? In memory where there is such a place: syncing costs nothing there.
import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const IN_MEMORY = '/dev/shm'
/** Some folders at a time, of a megabyte each, with what was learnt in peace. */
const ENOUGH_BYTES = 64 * 2 ** 20

/** A process that is killed, or a file that is damaged, leaves the same on every file system. @returns for the caller to delete */
export function scratchFolder(name: string): string {
  return mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), `wenbao-${name}-`))
}

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize >= ENOUGH_BYTES
  } catch {
    return false
  }
}
