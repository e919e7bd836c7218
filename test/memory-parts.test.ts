import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderSource } from '../src/collection/folder-source.ts'
import { createHashingEmbedder } from '../src/embed/hashing.ts'
import { openMemoryParts } from '../src/memory-parts.ts'

describe('openMemoryParts', () => {
  it('searches what is learnt into it, and leaves the embedder to its owner', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wenbao-memory-'))
    writeFileSync(join(folder, 'a.txt'), `年度报告\n\n一、业务\n\n全院完成门诊一百二十万人次。\n`)
    const { collection, embedder, searcher, close } = await openMemoryParts(
      createHashingEmbedder({ dimension: 64 }),
    )
    await collection.learn(folderSource(folder), embedder)
    await searcher.refresh()
    const { passages } = await searcher.search('门诊多少人次')
    await close()
    expect(passages.map(({ text }) => text)).toEqual(['全院完成门诊一百二十万人次。'])
    expect(await embedder.embedQuery('还能用')).toHaveLength(64)
    rmSync(folder, { recursive: true })
  })
})
