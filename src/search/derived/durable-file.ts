// Is it on the disk, and is it what was written? Syncing and hashing of files.
import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readSync } from 'node:fs'

const SLICE_BYTES = 2 ** 22

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Makes a renaming inside the folder durable. Windows can't open a folder; there the rename has to do. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** sha256, hex; read in slices. */
export function hashFile(path: string): string {
  const hash = createHash('sha256')
  const slice = Buffer.allocUnsafe(SLICE_BYTES)
  const file = openSync(path, 'r')
  try {
    for (let read = readSync(file, slice); read > 0; read = readSync(file, slice)) {
      hash.update(slice.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

/** sha256, hex. */
export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
