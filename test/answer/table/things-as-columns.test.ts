// Questions over a table whose rows are indicators, each with its unit, and whose columns are the things they are of.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainUnfenced } from '../../../src/document/read.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { type MemoryParts, openMemoryParts } from '../../../src/memory-parts.ts'

const REPORT = `# 桐城市图书馆2023年工作年报

桐城市图书馆

2024年4月1日

## 一、两馆业务

表1 两馆主要业务

| 指标 | 东城馆 | 西湖馆 | 合计 | 占全市比重 |
| --- | --- | --- | --- | --- |
| 到馆读者（万人次） | 94.1 | 38.5 | 132.6 | 41.5 |
| 外借图书（册） | 37200 | 15500 | 52700 | 38.2 |
| 平均借期（天） | 6.8 | 7.9 | 7.1 | — |
| 座位使用率（%） | 91.3 | 83.6 | 88.9 | — |

## 二、分馆

表2 各分馆

| 分馆 | 座位（个） | 在馆读者（人） | 2022年在馆读者（人） |
| --- | --- | --- | --- |
| 东郊分馆 | 520 | 246 | 230 |
| 西郊分馆 | 690 | 388 | 401 |
`

let parts: MemoryParts

beforeAll(async () => {
  parts = await openMemoryParts(createHashingEmbedder({ dimension: 64 }))
  const bytes = new TextEncoder().encode(REPORT)
  await parts.collection.learn(
    {
      name: 'branches',
      async *items() {
        const read = async () => (await explainUnfenced(bytes, { path: '图书馆.md' })).document
        yield { path: '图书馆.md', stamp: '1', read }
      },
    },
    parts.embedder,
  )
  await parts.searcher.refresh()
})

afterAll(() => parts.close())

async function textOf(question: string): Promise<string> {
  const answer = await parts.answerer.answerWhole(question)
  return answer.kind === 'answered' ? answer.text : `refused: ${answer.message}`
}

describe('an answer from a table of indicators', () => {
  it.each([
    ['东城馆的到馆读者有多少人次？', '指标：到馆读者；东城馆：94.1万人次'],
    ['西湖馆的平均借期是多少天？', '西湖馆：7.9天'],
    ['西湖馆的座位使用率是多少？', '西湖馆：83.6%'],
    ['到馆读者占全市比重是多少？', '占全市比重：41.5。'],
  ])('gives a number the unit of its row, and a share none: %s', async (question, expected) => {
    expect(`${await textOf(question)}。`.replace(/\[1\]。/u, '。')).toContain(expected)
  })

  it.each([
    ['东郊分馆2022年在馆读者有多少人？', '2022年在馆读者：230人'],
    ['2022年东郊分馆有多少在馆读者？', '2022年在馆读者：230人'],
    ['东郊分馆的在馆读者有多少人？', '在馆读者：246人'],
  ])('takes the column of the year that is asked: %s', async (question, expected) => {
    expect(await textOf(question)).toContain(expected)
  })

  it('subtracts two things of one row', async () => {
    expect(await textOf('东城馆比西湖馆多外借了多少册图书？')).toMatch(
      /^相差21700册（37200册与15500册之差）/u,
    )
  })

  it.each(['哪个馆的座位使用率高？', '西湖馆比东城馆哪个到馆读者多？', '西湖馆的外借图书量占全馆多少？'])(
    'never names a word that compares as what the table lacks: %s',
    async (question) => {
      expect(await textOf(question)).not.toMatch(/没有“[^”]*(?:高|比|多|占)/u)
    },
  )
})
