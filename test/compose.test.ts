import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openParts, type Parts } from '../src/compose.ts'
import { readConfig } from '../src/config.ts'
import { createHashingEmbedder } from '../src/embed/hashing.ts'

const PARAGRAPH = '这一年，全院完成门诊一百二十万人次，比上年增加百分之八，平均住院日降到六天半。'

describe('openParts', () => {
  let folder = ''
  let parts: Parts

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wenbao-parts-'))
    for (const name of ['甲', '乙']) {
      mkdirSync(join(folder, name))
      writeFileSync(
        join(folder, name, `${name}院.txt`),
        `${name}院年度报告\n\n一、业务\n\n${name}院：${PARAGRAPH}\n`,
      )
    }
  })

  afterEach(async () => {
    await parts.close()
    rmSync(folder, { recursive: true })
  })

  /** @param corpus left out: the default one */
  async function open(corpus?: string): Promise<Parts> {
    const env = { WENBAO_INDEX: join(folder, 'index'), WENBAO_CORPUS: corpus && join(folder, corpus) }
    parts = await openParts(readConfig(env, folder), {
      openModel: async () => createHashingEmbedder({ dimension: 64 }),
    })
    return parts
  }

  const paths = () => parts.documents().map(({ path }) => path)

  it('tells its state without opening a model', async () => {
    const { ready, embedder, collection, learning } = (await open()).status()
    expect([ready, embedder, collection.documents, learning]).toEqual([false, undefined, 0, undefined])
  })

  it('learns the corpus at the first start and answers from it', async () => {
    await open('甲')
    expect(await parts.prepare()).toBeUndefined()
    const { ready, learning } = parts.status()
    expect([ready, learning?.done, learning?.refused]).toEqual([true, true, []])
    const { passages } = await parts.search('门诊有多少人次？')
    expect(passages.map(({ document, text }) => [document.path, text])).toEqual([
      ['甲院.txt', `甲院：${PARAGRAPH}`],
    ])
  })

  it('keeps what was learnt on purpose when no corpus is set', async () => {
    await open('甲')
    await parts.learn(join(folder, '乙'))
    await parts.close()
    await open()
    await parts.prepare()
    expect(paths()).toEqual(['乙院.txt'])
  })

  it('brings a corpus that is set up to date', async () => {
    await open('甲')
    await parts.prepare()
    await parts.close()
    await open('乙')
    await parts.prepare()
    expect(paths()).toEqual(['乙院.txt'])
  })

  it('answers from what is held when the corpus is gone, and says so', async () => {
    await open('甲')
    await parts.prepare()
    await parts.close()
    rmSync(join(folder, '甲'), { recursive: true })
    await open('甲')
    expect((await parts.prepare())?.code).toBe('bad-input')
    expect([parts.status().ready, paths()]).toEqual([true, ['甲院.txt']])
  })

  it('takes in what another process learnt meanwhile', async () => {
    const first = await open('甲')
    await first.prepare()
    const second = await open('乙')
    await second.learn(join(folder, '乙'), { removeMissing: false })
    await second.close()
    parts = first
    const { passages } = await first.search('门诊有多少人次？')
    expect(passages.map(({ document }) => document.path)).toContain('乙院.txt')
  })
})
