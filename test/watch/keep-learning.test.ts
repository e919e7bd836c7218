import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openParts } from '../../src/compose.ts'
import { readConfig } from '../../src/config.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { AppError } from '../../src/errors.ts'
import { keepLearning } from '../../src/watch/keep-learning.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { OTHER, REPORT } from '../fixtures/workspace.ts'

/** A folder with one report, watched; what was learnt and what went wrong comes out in order. */
async function watched(fault: (learning: number) => unknown = () => undefined) {
  const folder = temporaryFolder()
  const reports = join(folder, 'reports')
  mkdirSync(reports)
  writeFileSync(join(reports, 'a.txt'), REPORT)
  const config = readConfig({ WENBAO_CORPUS: reports, WENBAO_INDEX: join(folder, 'index') }, folder)
  const parts = await openParts(config, { openModel: async () => createHashingEmbedder({ dimension: 16 }) })
  const outcomes: string[] = []
  const errors: string[] = []
  const counts = { learnings: 0, atOnce: 0, most: 0, embedded: 0 }
  const watching = await keepLearning(reports, {
    async learn(signal) {
      counts.learnings += 1
      counts.atOnce += 1
      counts.most = Math.max(counts.most, counts.atOnce)
      try {
        const thrown = fault(counts.learnings)
        if (thrown !== undefined) throw thrown
        return await parts.learn(reports, { signal })
      } finally {
        counts.atOnce -= 1
      }
    },
    onLearnt(report) {
      counts.embedded += report.chunksEmbedded
      for (const { kind, path } of report.outcomes) if (kind !== 'unchanged') outcomes.push(`${kind} ${path}`)
    },
    onError: (error) => errors.push(error instanceof Error ? error.message : String(error)),
  })
  onTestFinished(async () => {
    await watching.close()
    await parts.close()
  })
  const held = () =>
    parts
      .documents()
      .map(({ path }) => path)
      .sort()
  const write = (name: string, text: string) => writeFileSync(join(reports, name), text)
  /** Looked at again and again, since a folder tells of changes when it likes. */
  const holds = (...paths: string[]) => expect.poll(held, { timeout: 20_000 }).toEqual(paths)
  return { folder, reports, parts, outcomes, errors, counts, held, write, holds }
}

describe('keepLearning', () => {
  it('learns what is added, changed, renamed and taken away, and embeds no report anew for its name', async () => {
    const { reports, parts, outcomes, counts, write, holds } = await watched()
    await holds('a.txt')
    mkdirSync(join(reports, '2023'))
    write('2023/b.txt', OTHER)
    await holds('2023/b.txt', 'a.txt')
    const { passages } = await parts.search('篮球场')
    expect(passages[0]?.document.path).toBe('2023/b.txt')
    const before = counts.embedded
    renameSync(join(reports, 'a.txt'), join(reports, 'c.txt'))
    await holds('2023/b.txt', 'c.txt')
    expect(counts.embedded).toBe(before)
    rmSync(join(reports, '2023'), { recursive: true })
    await holds('c.txt')
    write('c.txt', `${REPORT}\n三、新馆\n新馆于十月开放。\n`)
    await expect.poll(() => outcomes.at(-1), { timeout: 20_000 }).toBe('replaced c.txt')
    expect(outcomes).toEqual([
      'added a.txt',
      'added 2023/b.txt',
      'renamed c.txt',
      'removed 2023/b.txt',
      'replaced c.txt',
    ])
  })

  it('notices a report that was replaced by renaming another over it, as many programs save', async () => {
    const { reports, outcomes, write, holds } = await watched()
    await holds('a.txt')
    write('.a.txt.part', OTHER)
    renameSync(join(reports, '.a.txt.part'), join(reports, 'a.txt'))
    await expect.poll(() => outcomes.at(-1), { timeout: 20_000 }).toBe('replaced a.txt')
  })

  it('takes a burst of many files together, one learning at a time', async () => {
    const { counts, held, write, holds } = await watched()
    await holds('a.txt')
    for (let i = 0; i < 40; i++) write(`${i}.txt`, OTHER.replaceAll('四片', `${i}片`))
    await expect.poll(() => held().length, { timeout: 20_000 }).toBe(41)
    expect(counts.most).toBe(1)
    // One as it began, and few for the burst, however slowly the machine writes.
    expect(counts.learnings).toBeLessThan(12)
  })

  it('goes on after an error, and comes again when another is learning', async () => {
    const { errors, write, holds } = await watched((learning) => {
      if (learning === 1) return new AppError('locked', 'Another one is learning.')
      return learning === 2 ? new Error('a passing fault') : undefined
    })
    await expect.poll(() => errors, { timeout: 20_000 }).toEqual(['a passing fault'])
    write('b.txt', OTHER)
    await holds('a.txt', 'b.txt')
  })

  it('keeps what is held when the folder is emptied, and says why', async () => {
    const { reports, errors, held, holds } = await watched()
    await holds('a.txt')
    rmSync(join(reports, 'a.txt'))
    await expect.poll(() => errors[0], { timeout: 20_000 }).toContain('holds no report')
    expect(held()).toEqual(['a.txt'])
  })

  it('follows no link', async () => {
    const { folder, reports, write, holds } = await watched()
    await holds('a.txt')
    mkdirSync(join(folder, 'elsewhere'))
    symlinkSync(join(folder, 'elsewhere'), join(reports, 'link'))
    write('b.txt', OTHER)
    await holds('a.txt', 'b.txt')
    writeFileSync(join(folder, 'elsewhere', 'c.txt'), OTHER)
    write('d.txt', OTHER.replace('四', '五'))
    await holds('a.txt', 'b.txt', 'd.txt')
  })

  it('refuses a folder that is not there', async () => {
    const learn = () => Promise.reject(new Error('never called'))
    await expect(
      keepLearning(join(temporaryFolder(), 'none'), { learn, onLearnt: () => {}, onError: () => {} }),
    ).rejects.toMatchObject({ code: 'bad-input' })
  })
})
