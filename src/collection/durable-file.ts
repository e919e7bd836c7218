// Is it on the disk, and is it what was written? Syncing, sweeping and hashing of files.
import { createHash, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { AtStep } from './database.ts'

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

/** Stands in the name of a file that isn't complete; what a crash leaves of it may be deleted. */
export const UNFINISHED = '.tmp-'

/** Puts a file in place, or in place of another, whole or not at all; on the disk when it returns. */
export async function writeDurably(path: string, bytes: Uint8Array, atStep: AtStep): Promise<void> {
  const unfinished = `${path}${UNFINISHED}${randomUUID()}`
  try {
    atStep('write')
    const file = await open(unfinished, 'wx')
    try {
      await file.writeFile(bytes)
      atStep('sync')
      await file.sync()
    } finally {
      await file.close()
    }
    atStep('rename')
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  atStep('sync folder')
  syncFolder(dirname(path))
}

/** Another process may just be writing: what it left is taken for abandoned only when it is older than this. */
const ABANDONED_MS = 60_000

/** @param isOurs of the names in the folder, those that nothing leads to */
export function removeAbandoned(folder: string, isOurs: (name: string) => boolean): void {
  for (const name of readdirSync(folder)) {
    if (!isOurs(name)) continue
    const path = join(folder, name)
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now())
    if (age > ABANDONED_MS) rmSync(path, { force: true })
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

/** sha256, hex; of a text in UTF-8. */
export function hashOf(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex')
}
