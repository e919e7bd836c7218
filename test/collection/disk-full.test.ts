import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openCollection } from '../../src/collection/open.ts'
import { paragraph, recordingEmbedder, sourceOf } from '../fixtures/document-source.ts'
import { mountSmallDisk } from '../fixtures/small-disk.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const before = { 'a.txt': [paragraph('县馆'), paragraph('古籍')], 'b.txt': [paragraph('少儿馆')] }
const after = { 'a.txt': [paragraph('县馆'), paragraph('新馆')], 'c.txt': [paragraph('讲座')] }

describe('learn on a full disk', () => {
  it('says so, keeps whole documents and completes when there is space, whichever write fails', async () => {
    for (let failing = 1, done = false; !done; failing++) {
      let step = 0
      let isFull = false
      const collection = openCollection({
        folder: ':memory:',
        atStep() {
          if (isFull && ++step === failing) throw Object.assign(new Error('full'), { rawCode: 13 })
        },
      })
      await collection.learn(sourceOf(before), recordingEmbedder())
      isFull = true
      const failure = await collection.learn(sourceOf(after), recordingEmbedder()).then(
        () => undefined,
        (error: unknown) => error,
      )
      if (failure === undefined) done = true
      else expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringContaining('memory') })
      isFull = false
      expect([...collection.scan()]).toHaveLength(collection.status().chunks)
      await collection.learn(sourceOf(after), recordingEmbedder())
      expect(
        collection
          .documents()
          .map(({ path }) => path)
          .sort(),
      ).toEqual(['a.txt', 'c.txt'])
      expect([...collection.scan()].map(({ chunk }) => chunk.text).sort()).toEqual(
        Object.values(after).flat().sort(),
      )
    }
  })

  it('says so at opening when not even an empty record fits', () => {
    const folder = temporaryFolder()
    const open = () =>
      openCollection({
        folder,
        atStep(step) {
          if (step === 'link') throw Object.assign(new Error('full'), { code: 'ENOSPC' })
        },
      })
    expect(open).toThrow(
      expect.objectContaining({
        code: 'disk-full',
        message: expect.stringMatching(new RegExp(`^No space is left in ${folder}: \\d+ bytes are free\\.$`)),
      }),
    )
    expect(openCollection({ folder }).status().documents).toBe(0)
  })

  it('holds on a disk that is really full', async (context) => {
    const disk = mountSmallDisk(join(temporaryFolder(), 'disk'), 3)
    if (disk === undefined) return context.skip('a small disk can be mounted by root only')
    onTestFinished(() => disk.unmount())
    const { folder } = disk
    const many = Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`${String(i).padStart(3, '0')}.txt`, [paragraph(`第${i}馆`)]]),
    )
    const collection = openCollection({ folder })
    await collection.learn(sourceOf(before), recordingEmbedder())
    await expect(
      collection.learn(sourceOf({ ...before, ...many }), recordingEmbedder()),
    ).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/: at least \d+ bytes are needed, \d+ bytes are free\.$/),
    })
    collection.close()
    const again = openCollection({ folder })
    expect(again.documents().map(({ path }) => path)).toEqual(expect.arrayContaining(['a.txt', 'b.txt']))
    expect([...again.scan()]).toHaveLength(again.status().chunks)
    again.close()
  })

  it('says so when there is no room even for what reading takes', async (context) => {
    const disk = mountSmallDisk(join(temporaryFolder(), 'disk'), 3)
    if (disk === undefined) return context.skip('a small disk can be mounted by root only')
    onTestFinished(() => disk.unmount())
    const written = temporaryFolder()
    const collection = openCollection({ folder: written })
    await collection.learn(sourceOf(before), recordingEmbedder())
    collection.close()
    const folder = join(disk.folder, 'index')
    mkdirSync(folder)
    cpSync(join(written, 'collection.db'), join(folder, 'collection.db'))
    disk.fill(0)
    expect(() => openCollection({ folder })).toThrow(
      expect.objectContaining({ code: 'disk-full', message: expect.stringContaining(': 0 bytes are free.') }),
    )
    disk.makeRoom()
    expect(openCollection({ folder }).status().documents).toBe(2)
  })
})
