// By how much a cell changed from one year to the other.
import { describe, expect, it } from 'vitest'
import { explainUnfenced } from '../../../src/document/read.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { openMemoryParts } from '../../../src/memory-parts.ts'

const REPORT = `# 桐城市园林局2023年公园年报

桐城市园林局

2024年4月1日

## 一、经费

单位：万元

| 项目 | 2021年 | 2022年 | 2023年 |
| --- | --- | --- | --- |
| 人工费 | 1,105 | 1,205 | 1,311 |
| 苗木费 | 590 | 640 | — |
| 门票收入 | 310 | 305 | 288 |

## 二、公园

表1 各园座椅

| 公园 | 座椅（张）2022年 | 座椅（张）2023年 | 出租率（%）2022年 | 出租率（%）2023年 |
| --- | --- | --- | --- | --- |
| 北园 | 420 | 480 | 88.5 | 91.0 |
| 南园 | 310 | 295 | 79.0 | 80.2 |
| 合计 | 730 | 775 | 85.1 | 86.3 |
`

const parts = await openMemoryParts(createHashingEmbedder({ dimension: 64 }))
await parts.collection.learn(
  {
    name: 'parks',
    async *items() {
      const bytes = new TextEncoder().encode(REPORT)
      yield {
        path: '年报.md',
        stamp: '1',
        read: async () => (await explainUnfenced(bytes, { path: '年报.md' })).document,
      }
    },
  },
  parts.embedder,
)
await parts.searcher.refresh()

const textOf = async (question: string) => {
  const answer = await parts.answerer.answerWhole(question)
  return answer.kind === 'answered' ? answer.text : `refused: ${answer.message}`
}

describe('lookUpChange', () => {
  it.each([
    ['人工费比上年增加了多少？', '2023年比2022年增加106万元（1,311万元与1,205万元之差）。[1]'],
    ['2022年人工费比上年增加了多少？', '2022年比2021年增加100万元（1,205万元与1,105万元之差）。[1]'],
    ['人工费比2021年增加了多少？', '2023年比2021年增加206万元（1,311万元与1,105万元之差）。[1]'],
    ['门票收入增长了多少？', '2023年比2022年减少17万元（305万元与288万元之差）。[1]'],
    ['北园2023年座椅比2022年多了多少张？', '2023年比2022年增加60张（480张与420张之差）。[1]'],
    ['北园的出租率提高了几个百分点？', '2023年比2022年增加2.5个百分点（91.0%与88.5%之差）。[1]'],
    ['座椅一共增加了多少张？', '2023年比2022年增加45张（775张与730张之差）。[1]'],
  ])('subtracts the cells of two years, and tells which way: %s', async (question, expected) => {
    expect((await textOf(question)).split('\n')[0]).toBe(expected)
  })

  it('shows both cells below the difference', async () => {
    expect((await textOf('人工费比上年增加了多少？')).split('\n')[1]).toMatch(
      /项目：人工费；2022年：1,205万元；2023年：1,311万元。\[1\]$/u,
    )
  })

  it('subtracts nothing where a cell is not filled in, a year is not there or a row is not', async () => {
    expect(await textOf('苗木费比上年增加了多少？')).not.toContain('之差')
    expect(await textOf('2021年人工费比上年增加了多少？')).not.toContain('之差')
    expect(await textOf('西园的座椅增加了多少张？')).not.toContain('之差')
  })

  it('gives the cell of the year asked for', async () => {
    expect(await textOf('2022年北园有多少张座椅？')).toContain('公园：北园；座椅2022年：420张。')
  })
})
