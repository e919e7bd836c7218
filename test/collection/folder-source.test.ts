import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SourceItem } from '../../src/collection/collection.ts'
import { folderSource } from '../../src/collection/folder-source.ts'
import { openCollection } from '../../src/collection/open.ts'
import { paragraph, recordingEmbedder } from '../fixtures/document-source.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const report = (subject: string) => `${subject}年度报告\n\n${paragraph(subject)}\n`
const isRoot = process.getuid?.() === 0

describe('folderSource', () => {
  it('offers reports of all folders in one order, not hidden ones and not overrides', async () => {
    const folder = folderOf({
      'b.txt': '乙',
      'a/z.md': '丙',
      'a.txt': '甲',
      '.hidden.txt': '丁',
      '.git/x.txt': '戊',
    })
    writeFileSync(join(folder, 'b.wenbao.yaml'), 'title: 乙馆')
    writeFileSync(join(folder, 'picture.png'), 'x')
    expect((await itemsOf(folder)).map(({ path }) => path)).toEqual(['a/z.md', 'a.txt', 'b.txt'])
  })

  it('reads a report with the override beside it', async () => {
    const folder = folderOf({ 'b.txt': '乙' })
    writeFileSync(join(folder, 'b.wenbao.yaml'), 'title: 丙馆报告')
    const [item] = await itemsOf(folder)
    expect((await item!.read()).title).toBe('丙馆报告')
  })

  it('gives a file another stamp when it, its time or its override changes', async () => {
    const folder = folderOf({ 'b.txt': '乙' })
    const stamp = async () => (await itemsOf(folder))[0]!.stamp
    const stamps = [await stamp(), await stamp()]
    utimesSync(join(folder, 'b.txt'), 1, 1)
    stamps.push(await stamp())
    writeFileSync(join(folder, 'b.wenbao.yaml'), 'title: 丙馆报告')
    stamps.push(await stamp())
    writeFileSync(join(folder, 'b.wenbao.yaml'), 'title: 丁馆年度报告')
    stamps.push(await stamp())
    expect(stamps[1]).toBe(stamps[0])
    expect(new Set(stamps).size).toBe(4)
  })

  it('refuses links by name and follows none', async () => {
    const outside = folderOf({ 'secret.txt': '密' })
    const folder = folderOf({ 'a.txt': '甲' })
    symlinkSync(join(outside, 'secret.txt'), join(folder, 'link.txt'))
    symlinkSync(outside, join(folder, 'linked'))
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.md'))
    symlinkSync(join(folder, 'nowhere.png'), join(folder, 'picture.png'))
    const items = await itemsOf(folder)
    expect(items.map(({ path }) => path)).toEqual(['a.txt', 'broken.md', 'link.txt', 'linked'])
    for (const item of items.slice(1)) {
      await expect(item.read()).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining(item.path),
      })
    }
  })

  it.skipIf(isRoot)('refuses an unreadable file and folder, and the others are learnt', async () => {
    const folder = folderOf({ 'a.txt': '甲', 'closed.txt': '乙', 'shut/c.txt': '丙' })
    chmodSync(join(folder, 'closed.txt'), 0)
    chmodSync(join(folder, 'shut'), 0)
    const report = await openCollection({ folder: ':memory:' }).learn(
      folderSource(folder),
      recordingEmbedder(),
    )
    chmodSync(join(folder, 'shut'), 0o755)
    expect(report.outcomes.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
      'added a.txt',
      'refused closed.txt',
      'refused shut',
    ])
  })

  it('refuses what holds no report, and the others are learnt', async () => {
    const folder = folderOf({ 'a.txt': '甲' })
    writeFileSync(join(folder, 'empty.txt'), '')
    writeFileSync(join(folder, 'blank.md'), ' \n　\n')
    writeFileSync(join(folder, 'binary.txt'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 1, 2, 3]))
    const collection = openCollection({ folder: ':memory:' })
    const first = await collection.learn(folderSource(folder), recordingEmbedder())
    expect(first.outcomes.map(({ kind, path }) => `${kind} ${path}`).sort()).toEqual([
      'added a.txt',
      'refused binary.txt',
      'refused blank.md',
      'refused empty.txt',
    ])
    const again = await collection.learn(folderSource(folder), recordingEmbedder())
    expect(again.changed).toBe(false)
    expect(again.outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(3)
  })

  it('refuses a folder that is missing, is a file, or holds no report', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'picture.png'), 'x')
    const bad = (path: string, message: string) =>
      expect(itemsOf(path)).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringContaining(message),
      })
    await bad(join(folder, 'nowhere'), 'nowhere')
    await bad(join(folder, 'picture.png'), 'is no folder')
    await bad(folder, 'holds no report')
  })

  it('stops at the signal', async () => {
    const folder = folderOf({ 'a.txt': '甲' })
    const items = folderSource(folder).items(AbortSignal.abort())[Symbol.asyncIterator]()
    await expect(items.next()).rejects.toMatchObject({ name: 'AbortError' })
  })
})

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder()
  for (const [path, subject] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), report(subject))
  }
  return folder
}

async function itemsOf(folder: string): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of folderSource(folder).items()) items.push(item)
  return items
}
