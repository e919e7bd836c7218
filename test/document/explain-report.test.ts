import { describe, expect, it } from 'vitest'
import { explainReport } from '../../src/document/explain-report.ts'
import type { Fence } from '../../src/document/fence/fence.ts'
import { explainDocument } from '../../src/document/read.ts'

const LINE = '全年完成投资十二亿元，同比增长百分之五。\n\n'
const report = (characters: number) => Buffer.from(LINE.repeat(Math.ceil(characters / LINE.length)))

/** Reads here, and remembers what it was given. */
function listeningFence() {
  const paths: string[] = []
  const fence: Fence = {
    async explain(bytes, options) {
      paths.push(options.path)
      return explainDocument(bytes, { ...options, path: 'a.txt' })
    },
    close() {},
  }
  return { fence, paths }
}

describe('explainReport', () => {
  it('reads text of some pages itself, and leaves long text and every other format to the fence', async () => {
    const { fence, paths } = listeningFence()
    await explainReport(report(10_000), { path: 'short.txt' }, fence)
    await explainReport(report(40_000), { path: 'long.md' }, fence)
    await explainReport(report(100), { path: 'any.pdf' }, fence)
    expect(paths).toEqual(['long.md', 'any.pdf'])
  })

  it('refuses what is empty or of no known format without the fence', async () => {
    const { fence, paths } = listeningFence()
    const empty = explainReport(new Uint8Array(), { path: 'a.pdf' }, fence)
    await expect(empty).rejects.toThrow('a.pdf: the file is empty')
    const program = explainReport(report(100_000), { path: 'a.exe' }, fence)
    await expect(program).rejects.toThrow('a.exe: the file is of no format')
    expect(paths).toEqual([])
  })
})
