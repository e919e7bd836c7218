// What happens on a full disk? It is said with the path and the bytes, and what was held before is served as before.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../src/backup/back-up.ts'
import type { Parts } from '../../src/compose.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { openSearcher } from '../../src/search/searcher.ts'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import { mountSmallDisk, type SmallDisk } from '../fixtures/small-disk.ts'
import { type Held, heldIn } from './held.ts'
import { BEFORE, learnInPeace, openHashing, report, writeReports } from './kills/changes.ts'
import { shareOf, tell } from './share.ts'

const STEPS = shareOf(40, 8)
const DISK_MB = 48
/** Postings and graph of a few documents are small. */
const MOST_PUBLISHING_KB = 60
/** What most of it takes. */
const MOST_KB = 1_600
/** Stored quickly; learnt with some room for the log. */
const MOST_UPLOADING_KB = 4_000
/** The log holds every document again, in pages of 32 kB. */
const MOST_LEARNING_KB = 14_000
/** With the path, what was wanted where that is known, and what is free. */
const SAID = /(?:No space is left in|could not be written to) \/\S+: .*\d+ bytes are free\.$/
const LARGER = report('东山县档案馆', '整理案卷五千件'.repeat(300))

let root: string
let disks = 0
let cli: BuiltCli
/** Sound index folders and what they hold; on a disk with room. */
let start: string
let before: Held
let few: string
let many: string

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'wenbao-disk-'))
  cli = buildCli()
  start = join(root, 'start')
  few = writeReports(join(root, 'few'), BEFORE)
  const added = Array.from({ length: 40 }, (_, i) => [`${i}.txt`, report(`第${i}县图书馆`, `藏书${i}册`)])
  many = writeReports(join(root, 'many'), { ...BEFORE, ...Object.fromEntries(added) })
  before = await learnInPeace(start, few, { '甲.txt': report('西河县美术馆', '收藏画作七百幅') })
})
afterAll(() => {
  cli.remove()
  rmSync(root, { recursive: true, force: true })
})

describe('on a full disk', () => {
  it('learning keeps what was held and completes when there is room', async (context) => {
    await atEveryLevel(context.skip, 'learning', {
      mostKb: MOST_LEARNING_KB,
      act: (parts) => parts.learn(many),
      // Documents are learnt one by one, so some of the new ones may be there.
      left: (held) => expect([...held]).toEqual(expect.arrayContaining([...before])),
      done: (held) => expect(held.size).toBe(before.size + 40),
    })
  })

  it('uploading stores all of a request or nothing', async (context) => {
    const files = [LARGER, `${LARGER}另有一句。`].map((text, i) => ({
      name: `${i}.txt`,
      bytes: Buffer.from(text),
    }))
    await atEveryLevel(context.skip, 'uploading', {
      mostKb: MOST_UPLOADING_KB,
      async act(parts) {
        const { job } = await parts.uploads.add(files)
        if (job === undefined) return
        for await (const { error } of parts.uploads.followJob(job.id, new AbortController().signal)) {
          if (error !== undefined) throw Object.assign(new Error(error.message), error)
        }
      },
      left: (held, parts) => {
        expect([...held]).toEqual(expect.arrayContaining([...before]))
        expect([1, 3]).toContain(parts.uploads.list().length)
      },
      done: (held) => expect(held.size).toBe(before.size + 2),
    })
  })

  it('publishing leaves nothing half written, and searching goes on from memory', async (context) => {
    const unsaved = join(root, 'unsaved')
    cpSync(start, unsaved, { recursive: true })
    rmSync(join(unsaved, 'search.json'))
    await atEveryLevel(context.skip, 'publishing', {
      mostKb: MOST_PUBLISHING_KB,
      from: unsaved,
      async act({ collection }, folder) {
        const embedder = createHashingEmbedder({ dimension: 32 })
        const searcher = await openSearcher({ collection, embedder, folder, graphFrom: 1 })
        expect((await searcher.search('藏书九十万册')).passages[0]?.text).toContain('藏书九十万册')
        const notSaved = searcher.status().rebuilt.find((reason) => reason.startsWith('not saved'))
        await searcher.close()
        if (notSaved !== undefined) throw Object.assign(new Error(notSaved), { code: 'disk-full' })
      },
      left: (held) => expect(held).toEqual(before),
      done: (held) => expect(held).toEqual(before),
    })
  })

  it('a backup appears whole or not at all', async (context) => {
    let copies = 0
    await atEveryLevel(context.skip, 'backing up', {
      async act(_, folder) {
        backUp(start, join(folder, '..', 'backup'))
        copies += 1
        rmSync(join(folder, '..', 'backup'))
      },
      left: (held, _, folder) => {
        expect(held).toEqual(before)
        expect(readdirSync(join(folder, '..')).toSorted()).toEqual(['filling', 'index'])
      },
      done: (held) => expect(held).toEqual(before),
    })
    expect(copies).toBeGreaterThan(0)
  })

  it('restoring keeps the old until the new is whole', async (context) => {
    const large = join(root, 'large')
    await learnInPeace(large, many, {})
    const copy = join(root, 'backup')
    backUp(large, copy)
    const levels = levelsUpTo(MOST_KB).filter((_, i) => i % 5 === 0)
    let refused = 0
    for (const level of levels) {
      const disk = freshDisk()
      if (disk === undefined) return context.skip(ONLY_ROOT)
      const index = join(disk.folder, 'index')
      cpSync(start, index, { recursive: true })
      disk.fill(level)
      const { code, stderr } = await cli.run(['restore', copy], { WENBAO_INDEX: index })
      if (code !== 0) {
        refused += 1
        expect([code, stderr.split('\n')[0]]).toEqual([6, expect.stringMatching(SAID)])
        expect(await heldAt(index)).toEqual(before)
        expect(temporaryIn(index)).toEqual([])
        disk.makeRoom()
        expect((await cli.run(['restore', copy], { WENBAO_INDEX: index })).code).toBe(0)
      }
      expect((await heldAt(index)).size).toBe(Object.keys(BEFORE).length + 40)
      disk.unmount()
    }
    tell(`full disk, restoring at ${levels.length} levels`, {
      refused,
      'old data lost': 0,
      'temporary files left': 0,
    })
    expect(refused).toBeGreaterThan(0)
  })
})

const ONLY_ROOT = 'only root may mount a small disk'

interface Attempt {
  readonly mostKb?: number
  /** Index folder to begin with. Default: `start`. */
  readonly from?: string
  readonly act: (parts: Parts, index: string) => Promise<unknown>
  /** After a refusal, while the disk is still full. */
  readonly left: (held: Held, parts: Parts, index: string) => void
  /** After the same once more, with room. */
  readonly done: (held: Held) => void
}

async function atEveryLevel(skip: (why: string) => void, what: string, attempt: Attempt): Promise<void> {
  const levels = levelsUpTo(attempt.mostKb ?? MOST_KB)
  let refused = 0
  for (const level of levels) {
    const disk = freshDisk()
    if (disk === undefined) return skip(ONLY_ROOT)
    const index = join(disk.folder, 'index')
    cpSync(attempt.from ?? start, index, { recursive: true })
    const parts = await openHashing(index, few)
    try {
      disk.fill(level)
      const fault: unknown = await attempt.act(parts, index).then(
        () => undefined,
        (error) => error,
      )
      if (fault !== undefined) {
        refused += 1
        expect(fault, `${level} bytes free`).toMatchObject({
          code: 'disk-full',
          message: expect.stringMatching(SAID),
        })
        expect(String(fault)).toContain(disk.folder)
        attempt.left(heldIn(parts.collection), parts, index)
        expect((await parts.search('藏书九十万册')).passages[0]?.text).toContain('藏书九十万册')
        expect(temporaryIn(index)).toEqual([])
        disk.makeRoom()
        await attempt.act(parts, index)
      }
      attempt.done(heldIn(parts.collection))
    } finally {
      await parts.close()
      disk.unmount()
    }
  }
  tell(`full disk, ${what} at ${levels.length} levels`, {
    refused,
    'old data lost': 0,
    'temporary files left': 0,
  })
  expect(refused).toBeGreaterThan(0)
}

/** From nothing to where everything fits; in bytes. */
function levelsUpTo(mostKb: number): number[] {
  return Array.from({ length: STEPS }, (_, step) => Math.floor((step * mostKb) / (STEPS - 1)) * 1_024)
}

/** One for each attempt: what was deleted takes room until the driver lets go of it. */
function freshDisk(): SmallDisk | undefined {
  disks += 1
  return mountSmallDisk(join(root, `disk-${disks}`), DISK_MB)
}

async function heldAt(index: string): Promise<Held> {
  const copy = mkdtempSync(join(root, 'looked-at-'))
  cpSync(index, copy, { recursive: true })
  const parts = await openHashing(copy, few)
  try {
    return heldIn(parts.collection)
  } finally {
    await parts.close()
    rmSync(copy, { recursive: true })
  }
}

function temporaryIn(index: string): string[] {
  const names = readdirSync(index, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => /\.tmp-|\.restore-|collection\.new-/.test(name))
}
