// How is something tried on a full disk? At every level of free space: refused, looked at, and tried again with room.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Parts } from '../../../src/compose.ts'
import { mountSmallDisk, type SmallDisk } from '../../fixtures/small-disk.ts'
import { type Held, heldIn } from '../held.ts'
import { openHashing } from '../kills/changes.ts'
import { shareOf, tell } from '../share.ts'

const STEPS = shareOf(40, 8)
const DISK_MB = 48
/** With the path, what was wanted where that is known, and what is free. */
export const SAID = /(?:No space is left in|could not be written to) \/\S+: .*\d+ bytes are free\.$/
export const ONLY_ROOT = 'only root may mount a small disk'

export interface Attempt {
  /** Free space at the last level, where everything fits. */
  readonly mostKb: number
  /** Index folder to begin with; it is copied. */
  readonly start: string
  /** What was learnt into it. */
  readonly reports: string
  readonly act: (parts: Parts, index: string) => Promise<unknown>
  /** After a refusal, while the disk is still full. */
  readonly left: (held: Held, parts: Parts, index: string) => void
  /** After the same once more, with room. */
  readonly done: (held: Held) => void
}

/** @param folder where disks are mounted. @returns false where that isn't allowed */
export async function atEveryLevel(folder: string, what: string, attempt: Attempt): Promise<boolean> {
  const levels = levelsUpTo(attempt.mostKb)
  let refused = 0
  for (const level of levels) {
    const disk = freshDisk(folder)
    if (disk === undefined) return false
    try {
      if (await isRefused(disk, level, attempt)) refused += 1
    } finally {
      disk.unmount()
    }
  }
  tellLevels(what, levels.length, refused)
  return true
}

export function tellLevels(what: string, levels: number, refused: number): void {
  tell(`full disk, ${what} at ${levels} levels`, { refused, 'old data lost': 0, 'temporary files left': 0 })
  expect(refused).toBeGreaterThan(0)
}

async function isRefused(disk: SmallDisk, level: number, attempt: Attempt): Promise<boolean> {
  const index = join(disk.folder, 'index')
  cpSync(attempt.start, index, { recursive: true })
  const parts = await openHashing(index, attempt.reports)
  try {
    disk.fill(level)
    const fault: unknown = await attempt.act(parts, index).then(
      () => undefined,
      (error) => error,
    )
    if (fault !== undefined) {
      const said = { code: 'disk-full', message: expect.stringMatching(SAID) }
      expect(fault, `${level} bytes free`).toMatchObject(said)
      expect(String(fault)).toContain(disk.folder)
      attempt.left(heldIn(parts.collection), parts, index)
      expect((await parts.search('藏书九十万册')).passages[0]?.text).toContain('藏书九十万册')
      expect(temporaryIn(index)).toEqual([])
      disk.makeRoom()
      await attempt.act(parts, index)
    }
    attempt.done(heldIn(parts.collection))
    return fault !== undefined
  } finally {
    await parts.close()
  }
}

/** From nothing to where everything fits; in bytes. */
export function levelsUpTo(mostKb: number): number[] {
  return Array.from({ length: STEPS }, (_, step) => Math.floor((step * mostKb) / (STEPS - 1)) * 1_024)
}

/** One for each attempt: what was deleted takes room until the driver lets go of it. */
export function freshDisk(folder: string): SmallDisk | undefined {
  return mountSmallDisk(join(mkdtempSync(join(folder, 'mounted-')), 'disk'), DISK_MB)
}

/** Looked at as a copy, so that the folder itself stays closed. */
export async function heldAt(index: string, reports: string, scratch: string): Promise<Held> {
  const copy = mkdtempSync(join(scratch, 'looked-at-'))
  cpSync(index, copy, { recursive: true })
  const parts = await openHashing(copy, reports)
  try {
    return heldIn(parts.collection)
  } finally {
    await parts.close()
    rmSync(copy, { recursive: true })
  }
}

export function temporaryIn(index: string): string[] {
  const names = readdirSync(index, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /\.tmp-|\.restore-|collection\.new-/.test(name))
}
