import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { acquireLock } from '../../src/collection/lock.ts'
import { AppError } from '../../src/errors.ts'
import { type NewOriginal, Originals } from '../../src/uploads/originals.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const A: NewOriginal = { name: '甲.txt', content: Buffer.from('甲'), documentId: 'a' }
const B: NewOriginal = { name: '乙.txt', content: Buffer.from('乙'), documentId: 'b' }
const NEW_A: NewOriginal = { name: '甲.txt', content: Buffer.from('新甲'), documentId: 'n' }

const namesOf = (originals: Originals) => originals.list().map(({ name, documentId }) => [name, documentId])
const bytesIn = (folder: string) => readdirSync(folder).filter((file) => /^[0-9a-f]{64}/.test(file))

async function textsOf(originals: Originals): Promise<string[]> {
  return Promise.all(
    originals.list().map(async (entry) => Buffer.from(await originals.read(entry)).toString()),
  )
}

describe('Originals', () => {
  it('keeps names in the order they came and bytes once', async () => {
    const folder = join(temporaryFolder(), 'originals')
    const originals = new Originals(folder)
    expect(originals.list()).toEqual([])
    await originals.put([A, B, { ...A, name: '副本.txt' }])
    expect(namesOf(new Originals(folder))).toEqual([
      ['甲.txt', 'a'],
      ['乙.txt', 'b'],
      ['副本.txt', 'a'],
    ])
    expect(bytesIn(folder)).toHaveLength(2)
    await originals.remove(new Set(['甲.txt', '乙.txt']))
    expect([bytesIn(folder).length, await textsOf(originals)]).toEqual([1, ['甲']])
  })

  it('forgets bytes that nothing names any more', async () => {
    const folder = temporaryFolder()
    const originals = new Originals(folder)
    await originals.put([A])
    await originals.put([NEW_A])
    expect([bytesIn(folder).length, await textsOf(originals)]).toEqual([1, ['新甲']])
  })

  it('does what is asked at once one after the other', async () => {
    const originals = new Originals(temporaryFolder())
    await Promise.all([originals.put([A]), originals.put([B]), originals.put([NEW_A])])
    expect(namesOf(originals)).toEqual([
      ['甲.txt', 'n'],
      ['乙.txt', 'b'],
    ])
  })

  it('changes nothing while another process does', async () => {
    const folder = temporaryFolder()
    const lock = acquireLock(folder)
    await expect(new Originals(folder).put([A])).rejects.toMatchObject({ code: 'locked' })
    lock.release()
    expect(new Originals(folder).list()).toEqual([])
  })

  it('mends damaged bytes when they come again, and tells of them until then', async () => {
    const folder = temporaryFolder()
    const originals = new Originals(folder)
    await originals.put([A])
    writeFileSync(join(folder, bytesIn(folder)[0] ?? ''), 'x')
    await expect(textsOf(originals)).rejects.toMatchObject({ code: 'index-damaged' })
    await originals.put([A])
    expect(await textsOf(originals)).toEqual(['甲'])
  })

  it('says that its list is damaged, whichever byte is', async () => {
    const folder = temporaryFolder()
    await new Originals(folder).put([A, B])
    const path = join(folder, 'uploads.json')
    const whole = readFileSync(path)
    // The last one is the line's end.
    for (let at = 0; at < whole.length - 1; at += 1) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 1
      writeFileSync(path, damaged)
      expect(() => new Originals(folder).list()).toThrow(AppError)
      writeFileSync(path, whole.subarray(0, at))
      expect(() => new Originals(folder).list()).toThrow(AppError)
    }
  })

  it('holds either all of a change or nothing when it is cut off before any write', async () => {
    let points = 0
    for (let cutAt = 1; cutAt === 1 || points >= cutAt - 1; cutAt += 1) {
      const folder = temporaryFolder()
      await new Originals(folder).put([A])
      points = 0
      const cutOff = new Originals(folder, () => {
        points += 1
        if (points === cutAt) throw new Error('cut off')
      })
      const outcome = await cutOff.put([NEW_A, B]).then(
        () => 'whole',
        () => 'cut off',
      )
      const left = await textsOf(new Originals(folder))
      expect([['甲'], ['新甲', '乙']]).toContainEqual(left)
      if (outcome === 'whole') expect(left).toEqual(['新甲', '乙'])
      expect(readdirSync(folder).filter((file) => file.includes('.tmp-'))).toEqual([])
      expect(bytesIn(folder)).toHaveLength(left.length)
      await new Originals(folder).put([B])
      expect(bytesIn(folder)).toHaveLength(2)
    }
    expect(points).toBeGreaterThan(10)
  })
})
