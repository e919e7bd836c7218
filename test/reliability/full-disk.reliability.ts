// What happens on a full disk? It is said with the path and the bytes, and what was held before is served as before.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { backUp } from '../../src/backup/back-up.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { openSearcher } from '../../src/search/searcher.ts'
import { type BuiltCli, buildCli } from '../fixtures/built-cli.ts'
import {
  atEveryLevel,
  freshDisk,
  heldAt,
  levelsUpTo,
  ONLY_ROOT,
  SAID,
  tellLevels,
  temporaryIn,
} from './full-disk/attempts.ts'
import type { Held } from './held.ts'
import { BEFORE, learnInPeace, report, writeReports } from './kills/changes.ts'

/** What most of it takes. */
const MOST_KB = 1_600
/** Postings and graph of a few documents are small. */
const MOST_PUBLISHING_KB = 60
/** Stored quickly; learnt with some room for the log. */
const MOST_UPLOADING_KB = 4_000
/** The log holds every document again, in pages of 32 kB. */
const MOST_LEARNING_KB = 14_000
const LARGER = report('东山县档案馆', '整理案卷五千件'.repeat(300))

let root: string
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
    const isTried = await atEveryLevel(root, 'learning', {
      mostKb: MOST_LEARNING_KB,
      start,
      reports: few,
      act: (parts) => parts.learn(many),
      // Documents are learnt one by one, so some of the new ones may be there.
      left: (held) => expect([...held]).toEqual(expect.arrayContaining([...before])),
      done: (held) => expect(held.size).toBe(before.size + 40),
    })
    if (!isTried) context.skip(ONLY_ROOT)
  })

  it('uploading stores all of a request or nothing', async (context) => {
    const files = [LARGER, `${LARGER}另有一句。`].map((text, i) => ({
      name: `${i}.txt`,
      bytes: Buffer.from(text),
    }))
    const isTried = await atEveryLevel(root, 'uploading', {
      mostKb: MOST_UPLOADING_KB,
      start,
      reports: few,
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
    if (!isTried) context.skip(ONLY_ROOT)
  })

  it('publishing leaves nothing half written, and searching goes on from memory', async (context) => {
    const unsaved = join(root, 'unsaved')
    cpSync(start, unsaved, { recursive: true })
    rmSync(join(unsaved, 'search.json'))
    const isTried = await atEveryLevel(root, 'publishing', {
      mostKb: MOST_PUBLISHING_KB,
      start: unsaved,
      reports: few,
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
    if (!isTried) context.skip(ONLY_ROOT)
  })

  it('a backup appears whole or not at all', async (context) => {
    let copies = 0
    const isTried = await atEveryLevel(root, 'backing up', {
      mostKb: MOST_KB,
      start,
      reports: few,
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
    if (!isTried) return context.skip(ONLY_ROOT)
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
      const disk = freshDisk(root)
      if (disk === undefined) return context.skip(ONLY_ROOT)
      const index = join(disk.folder, 'index')
      cpSync(start, index, { recursive: true })
      disk.fill(level)
      const { code, stderr } = await cli.run(['restore', copy], { WENBAO_INDEX: index })
      if (code !== 0) {
        refused += 1
        expect([code, stderr.split('\n')[0]]).toEqual([6, expect.stringMatching(SAID)])
        expect(await heldAt(index, few, root)).toEqual(before)
        expect(temporaryIn(index)).toEqual([])
        disk.makeRoom()
        expect((await cli.run(['restore', copy], { WENBAO_INDEX: index })).code).toBe(0)
      }
      expect((await heldAt(index, few, root)).size).toBe(Object.keys(BEFORE).length + 40)
      disk.unmount()
    }
    tellLevels('restoring', levels.length, refused)
  })
})
