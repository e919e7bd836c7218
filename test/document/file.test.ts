import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overridePath, readDocumentFile } from '../../src/document/file.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'

const TEXT = '年度报告\n\n一、概况\n\n全年工作平稳有序，各项任务都已完成。\n'

const refused = (message: RegExp, code = 'bad-input') => ({ code, message: expect.stringMatching(message) })

describe('readDocumentFile', () => {
  it('reads a report of a folder under its relative path', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, '2024'))
    writeFileSync(join(root, '2024', 'a.txt'), TEXT)
    const document = await readDocumentFile(root, '2024/a.txt')
    expect(document).toMatchObject({ path: '2024/a.txt', title: '年度报告' })
  })

  it('reads the override beside the report', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.txt'), TEXT)
    writeFileSync(join(root, 'a.wenbao.yaml'), 'title: 另一个题目\n')
    expect((await readDocumentFile(root, 'a.txt')).title).toBe('另一个题目')
  })

  it('names the override that is faulty', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'a.txt'), TEXT)
    writeFileSync(join(root, 'a.wenbao.yaml'), 'level: 3\n')
    await expect(readDocumentFile(root, 'a.txt')).rejects.toMatchObject(refused(/^a\.wenbao\.yaml: /))
  })

  it('follows no link out of the folder', async () => {
    const outside = temporaryFolder()
    writeFileSync(join(outside, 'secret.txt'), TEXT)
    const root = temporaryFolder()
    symlinkSync(join(outside, 'secret.txt'), join(root, 'link.txt'))
    symlinkSync(outside, join(root, 'folder'))
    for (const path of ['link.txt', 'folder/secret.txt', '../secret.txt']) {
      await expect(readDocumentFile(root, path)).rejects.toMatchObject({
        code: expect.stringMatching(/bad-input|not-found/),
      })
    }
    await expect(readDocumentFile(root, 'link.txt')).rejects.toMatchObject(refused(/link\.txt: .*outside/))
  })

  it('refuses a file above the limit without reading it', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, 'big.txt'), '')
    truncateSync(join(root, 'big.txt'), 21 * 1024 * 1024)
    await expect(readDocumentFile(root, 'big.txt')).rejects.toMatchObject(refused(/big\.txt: .*limit/))
  })

  it('says that a file is missing, or that a folder is none', async () => {
    const root = temporaryFolder()
    mkdirSync(join(root, 'a.txt'))
    await expect(readDocumentFile(root, 'b.txt')).rejects.toMatchObject(refused(/b\.txt/, 'not-found'))
    await expect(readDocumentFile(root, 'a.txt')).rejects.toMatchObject(
      refused(/a\.txt: a file was expected/),
    )
  })
})

describe('overridePath', () => {
  it.each([
    ['a.txt', 'a.wenbao.yaml'],
    ['2024/年报.final.md', '2024/年报.final.wenbao.yaml'],
  ])('stands for %s beside it as %s', (path, expected) => {
    expect(overridePath(path)).toBe(expected)
  })
})
