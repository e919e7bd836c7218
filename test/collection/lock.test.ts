import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireLock } from '../../src/collection/lock.ts'
import { openCollection } from '../../src/collection/open.ts'
import { resetCollection } from '../../src/collection/reset.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { paragraph, recordingEmbedder, sourceOf } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const files = { 'a.txt': [paragraph('县馆')] }

describe('acquireLock', () => {
  it('refuses a second holder and names the first', () => {
    const folder = temporaryFolder()
    const lock = acquireLock(folder)
    expect(() => acquireLock(folder)).toThrow(
      expect.objectContaining({
        code: 'locked',
        message: expect.stringMatching(new RegExp(`locked by pid ${process.pid} since \\d{4}-.*Z\\.$`)),
      }),
    )
    lock.release()
    acquireLock(folder).release()
    expect(existsSync(join(folder, 'writer-lock.txt'))).toBe(false)
  })

  it('is not held up by what a killed holder left behind', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'writer-lock.txt'), 'pid 1 since 2024-01-01T00:00:00.000Z')
    writeFileSync(join(folder, 'writer-lock.db'), '')
    acquireLock(folder).release()
  })

  it('says which file to delete when the lock itself is damaged', () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'writer-lock.db'), 'nonsense '.repeat(200))
    expect(() => acquireLock(folder)).toThrow(
      expect.objectContaining({ code: 'index-damaged', message: expect.stringContaining('writer-lock.db') }),
    )
  })
})

describe('two learnings of one folder', () => {
  it('lets the first finish, refuses the second, and lets readers read', async () => {
    const folder = temporaryFolder()
    const first = openCollection({ folder })
    const second = openCollection({ folder })
    const hashing = createHashingEmbedder({ dimension: 16 })
    const embedder = recordingEmbedder({
      async embedPassages(items) {
        await expect(second.learn(sourceOf(files), recordingEmbedder())).rejects.toMatchObject({
          code: 'locked',
        })
        expect(() => second.remove('any')).toThrow(expect.objectContaining({ code: 'locked' }))
        expect(() => resetCollection(folder)).toThrow(expect.objectContaining({ code: 'locked' }))
        expect(second.documents()).toEqual([])
        return hashing.embedPassages(items)
      },
    })
    await first.learn(sourceOf(files), embedder)
    expect(second.documents().map(({ path }) => path)).toEqual(['a.txt'])
    expect((await second.learn(sourceOf(files), recordingEmbedder())).changed).toBe(false)
    first.close()
    second.close()
  })

  it('plans again under the lock, so that nothing is learnt twice', async () => {
    const folder = temporaryFolder()
    const first = openCollection({ folder })
    const second = openCollection({ folder })
    const source = sourceOf(files)
    const late = {
      ...source,
      async *items() {
        yield* source.items()
        await first.learn(sourceOf(files), recordingEmbedder())
      },
    }
    const embedder = recordingEmbedder()
    const report = await second.learn(late, embedder)
    expect(report.outcomes.map(({ kind }) => kind)).toEqual(['unchanged'])
    expect(embedder.inputs).toEqual([])
    first.close()
    second.close()
  })
})
