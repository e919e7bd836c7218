// Questions over tables with rows of sums and of parts, of which some lack what is asked: no number is told that is of something else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainUnfenced } from '../../../src/document/read.ts'
import { createHashingEmbedder } from '../../../src/embed/hashing.ts'
import { type MemoryParts, openMemoryParts } from '../../../src/memory-parts.ts'

const REPORT = `# 桐城市2023年公园事业年报

桐城市园林局

2024年4月1日

现将2023年公园建设和管养的主要数据公布如下。

## 一、公园

表1 全市公园和座椅数

| 公园类别 | 公园数（个）2022年 | 公园数（个）2023年 | 座椅数（张）2022年 | 座椅数（张）2023年 |
| --- | --- | --- | --- | --- |
| 综合公园 | 21 | 22 | 5,120 | 5,402 |
| 其中：免费开放 | 18 | 20 | 4,070 | 4,630 |
| 社区公园（处） | 64 | 71 | 1,206 | 1,340 |
| 街旁绿地（处） | 130 | 137 | — | — |
| 合计 | 215 | 230 | 6,326 | 6,742 |

表2 各县区指标（2023年）

| 县区 | 座椅数（张） | 绿地（公顷） | 绿化率（%） |
| --- | --- | --- | --- |
| 霞栖县 | 2,410 | 301.5 | 41.2 |
| 东郊区 | 2,875 | 422.0 | 39.8 |
| 西郊区 | 1,457 | 188.4 | 44.0 |
| 全市 | 6,742 | 911.9 | 41.0 |

## 二、管养经费

表3 管养经费执行情况

单位：万元

| 项目 | 2022年 | 2023年 | 增长率 |
| --- | --- | --- | --- |
| 人工费 | 1,205 | 1,311 | 8.8 |
| 苗木费 | 640 | — | — |
| 总计 | 1,845 | 1,902 | 3.1 |

## 三、树木

表4 各类树木

| 树木类别 | 株数 | 古树占比（%） | 养护工（人） |
| --- | --- | --- | --- |
| 乔木 | 8,120 | 2.5 | 66 |
| 其中：落叶 | 3,020 | 1.1 | 20 |
| 常绿 | 5,100 | 3.3 | 46 |
| 灌木 | 12,400 | 0.2 | 58 |
| 其中：落叶 | 9,000 | 0.1 | 31 |
| 常绿 | 3,400 | 0.4 | 27 |

表5 各苗圃乔木

| 苗圃 | 养护工（人） | 株数 |
| --- | --- | --- |
| 北圃 | 21 | 2,600 |
| 南圃 | 30 | 3,900 |
| 中圃 | 15 | 1,620 |
| 全市 | 66 | 8,120 |
`

let parts: MemoryParts

beforeAll(async () => {
  parts = await openMemoryParts(createHashingEmbedder({ dimension: 64 }))
  const bytes = new TextEncoder().encode(REPORT)
  await parts.collection.learn(
    {
      name: 'parks',
      async *items() {
        const read = async () => (await explainUnfenced(bytes, { path: '公园.md' })).document
        yield { path: '公园.md', stamp: '1', read }
      },
    },
    parts.embedder,
  )
  await parts.searcher.refresh()
})

afterAll(async () => {
  await parts.close()
})

const textOf = async (question: string) => {
  const answer = await parts.answerer.answerWhole(question)
  return answer.kind === 'answered' ? answer.text : `refused: ${answer.message}`
}

describe('an answer from a table with sums and parts', () => {
  it.each([
    ['2022年有多少张座椅？', '公园类别：合计；座椅数2022年：6,326张'],
    ['霞栖县有多少张座椅？', '县区：霞栖县；座椅数：2,410张'],
    ['社区公园有多少张座椅？', '公园类别：社区公园（处）；座椅数2022年：1,206张；座椅数2023年：1,340张'],
    ['免费开放的2023年有多少张座椅？', '公园类别：免费开放；座椅数2023年：4,630张'],
    ['2022年苗木费是多少？', '管养经费执行情况：项目：苗木费；2022年：640万元'],
    ['人工费的增长率是多少？', '项目：人工费；增长率：8.8。'],
    ['灌木里常绿的养护工有多少人？', '灌木；树木类别：常绿；养护工：27人'],
    ['乔木的养护工有多少人？', '树木类别：乔木；养护工：66人'],
    ['哪类公园2022年的座椅数最少？', '公园类别：社区公园（处）；座椅数2022年：1,206张（最少）'],
    ['哪个县区的座椅最多？', '县区：东郊区；座椅数：2,875张（最多）'],
  ])('names the row, its unit and what it is a part of: %s', async (question, words) => {
    const answer = await textOf(question)
    expect(answer).toContain(words)
    expect(answer).not.toContain('\n')
  })

  it.each([
    ['霞栖县2022年有多少张座椅？', '没有“2022年”'],
    ['桐城市白石县有多少张座椅？', '“白石'],
    ['街旁绿地有多少张座椅？', '没有填数（—）'],
    ['2023年苗木费是多少？', '没有填数（—）'],
    ['养护工一共有多少人？', '没有合计'],
    ['哪类树木的养护工最少？', ''],
    ['霞栖县的座椅率是多少？', ''],
  ])('refuses rather than give the number of something else: %s', async (question, words) => {
    const answer = await textOf(question)
    expect(answer).toMatch(/^refused: /u)
    expect(answer).toContain(words)
  })
})
