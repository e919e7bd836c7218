// Is a first, short report answered from, and not too readily? With the bundled model, whose cosines the confidence was fitted to.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/document/read.ts'
import type { Embedder } from '../../../src/embed/embedder.ts'
import { openEmbedder } from '../../../src/embed/open.ts'
import { type MemoryParts, openMemoryParts } from '../../../src/memory-parts.ts'
import { bundledSettings } from '../../fixtures/bundled-model.ts'

const REPORT = `银杏镇文化馆2024年工作总结

一、基本情况
全馆现有职工四十二人，全年接待观众三十六万人次，比上年增长百分之九。

二、群众活动
举办合唱比赛、皮影戏展演等活动八十七场，其中下乡演出三十一场。

三、经费使用
设备购置支出一百二十六万元，场馆维修支出八十三万元。全年经费按计划使用，没有超支。
`

describe('createAnswerer over one short report', () => {
  let embedder: Embedder
  let parts: MemoryParts

  beforeAll(async () => {
    embedder = await openEmbedder(bundledSettings)
    parts = await openMemoryParts(embedder)
    const document = readDocument(new TextEncoder().encode(REPORT), { path: 'a.txt' })
    const item = { path: 'a.txt', stamp: '1', read: async () => document }
    await parts.collection.learn(
      {
        name: 'one',
        items: async function* () {
          yield item
        },
      },
      embedder,
    )
    await parts.searcher.refresh()
  })
  afterAll(async () => {
    await parts?.close()
    await embedder?.close()
  })

  it.each([
    ['文化馆全年接待观众多少人次？', '三十六万人次'],
    ['全年接待观众多少人次？', '三十六万人次'],
    ['举办了多少场活动？', '八十七场'],
    ['下乡演出多少场？', '三十一场'],
    ['現有職工多少人？', '四十二人'],
    ['场馆维修支出多少？', '八十三万元'],
  ])('answers %s', async (question, words) => {
    const answer = await parts.answerer.answerWhole(question)
    expect(answer.kind).toBe('answered')
    expect(answer.kind === 'answered' && answer.text).toContain(words)
  })

  it.each([
    '文化馆有多少辆汽车？',
    '文化馆有多少名志愿者？',
    '去年引进了几名博士？',
    '门诊量是多少？',
    '火箭发射了几次？',
    '公司的股价是多少？',
  ])('refuses %s', async (question) => {
    expect((await parts.answerer.answerWhole(question)).kind).toBe('refused')
  })
})
