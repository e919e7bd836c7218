// A second look at the likeliest sentences, word beside word.
import { describe, expect, it } from 'vitest'
import { createWordReader } from '../../../src/answer/likelihood/word-nearness.ts'
import type { PassageInput } from '../../../src/embed/embedder.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '今天天气很好。馆内共有座位。')
const QUESTION = '座位有多少？'

/** Of an embedder whose vectors of a text depend on what stands beside it, as those of rounded weights do. */
function leaningEmbedder() {
  const embedder = fakeEmbedder()
  return {
    ...embedder,
    embedPassages: async (items: readonly PassageInput[]) =>
      (await embedder.embedPassages(items)).map(({ vector, spanVectors }) => ({
        vector: vector.map((value) => value * items.length),
        spanVectors: spanVectors.map((one) => one.map((value, i) => value + i * (items.length - 1))),
      })),
  }
}

/** Words that hold 座 point one way, those that hold 天 another, all others a third. */
function fakeEmbedder({ spansInContext = true } = {}) {
  const read: PassageInput[] = []
  const vectorOf = (word: string) =>
    Float32Array.from([Number(word.includes('座')), Number(word.includes('天')), 0.5])
  return {
    read,
    spansInContext,
    embedPassages: async (items: readonly PassageInput[]) => {
      read.push(...items)
      return items.map(({ text, spans }) => ({
        vector: vectorOf(text),
        spanVectors: spans.map(({ start, end }) => vectorOf(text.slice(start, end))),
      }))
    },
    embedQuery: async (text: string) => vectorOf(text),
  }
}

describe('createWordReader', () => {
  it('puts the sentence first that has a word for what is asked', async () => {
    const reader = createWordReader(async () => fakeEmbedder())
    const [first, second] = await reader.read(QUESTION, candidatesOf(passage, [0.6, 0.4]))
    expect(first?.index).toBe(1)
    expect(first?.met?.mean).toBeCloseTo(1, 5)
    expect(second?.met?.least).toBeLessThan(0.5)
    expect((first?.likelihood ?? 0) + (second?.likelihood ?? 0)).toBeCloseTo(1, 10)
  })

  it('tells how near each sentence is to the question when it is read by itself', async () => {
    const reader = createWordReader(async () => fakeEmbedder())
    const read = await reader.read(QUESTION, candidatesOf(passage, [0.6, 0.4]))
    const alone = new Map(read.map(({ index, met }) => [index, met?.alone]))
    expect(alone.get(1)).toBeCloseTo(1.25, 5)
    expect(alone.get(0)).toBeCloseTo(0.25, 5)
  })

  it('leaves the words aside that only ask, and reads a sentence under its heading', async () => {
    const embedder = fakeEmbedder()
    const headed = { ...passage, sectionPath: ['报告', '一、馆舍'] }
    await createWordReader(async () => embedder).read(QUESTION, candidatesOf(headed, [0.6, 0.4]))
    const [asked, ...sentences] = embedder.read
    expect(asked?.spans.map(({ start, end }) => asked.text.slice(start, end))).toEqual(['座位'])
    expect(sentences.map(({ text }) => text)).toEqual(['一、馆舍:今天天气很好。', '一、馆舍:馆内共有座位。'])
  })

  it('tells how near the words beside numbers are to what is counted', async () => {
    const counting = passageWithSentences('a', '馆内共有座位320个。今天天气很好。')
    const reader = createWordReader(async () => fakeEmbedder())
    const read = await reader.read('座位有多少？', candidatesOf(counting, [0.6, 0.4]))
    const counted = new Map(read.map(({ index, met }) => [index, met?.counted?.[0]]))
    expect(counted.get(0)?.text).toBe('座位')
    expect(counted.get(0)?.nearness).toBeCloseTo(1, 5)
    expect(counted.get(1)?.nearness).toBe(-1)
    const [other] = await reader.read('开馆了吗？', candidatesOf(counting, [0.6, 0.4]))
    expect(other?.met?.counted).toEqual([])
  })

  it('embeds a sentence once', async () => {
    const embedder = fakeEmbedder()
    const reader = createWordReader(async () => embedder)
    await reader.read(QUESTION, candidatesOf(passage, [0.6, 0.4]))
    await reader.read('天气好吗？', candidatesOf(passage, [0.6, 0.4]))
    expect(embedder.read.map(({ text }) => text.length)).toEqual([6, 12, 12, 5])
  })

  it('reads a question alike whatever was asked before', async () => {
    const candidates = candidatesOf(passage, [0.6, 0.4])
    const fresh = await createWordReader(async () => leaningEmbedder()).read(QUESTION, candidates)
    const reader = createWordReader(async () => leaningEmbedder())
    await reader.read('天气好吗？', candidates.slice(0, 1))
    expect(await reader.read(QUESTION, candidates)).toEqual(fresh)
  })

  it('keeps what a question needs while others put out what was kept', async () => {
    const embedder = fakeEmbedder()
    const reader = createWordReader(async () => embedder)
    const others = Array.from({ length: 60 }, (_, i) =>
      candidatesOf(
        passageWithSentences('b', `展厅${i}号。借书${i}次。讲座${i}场。还书${i}次。访客${i}位。`),
        [0.3, 0.2, 0.2, 0.2, 0.1],
      ),
    )
    const first = await reader.read(QUESTION, candidatesOf(passage, [0.6, 0.4]))
    const read = await Promise.all(
      [...others, candidatesOf(passage, [0.6, 0.4])].map((candidates) => reader.read(QUESTION, candidates)),
    )
    expect(read.at(-1)).toEqual(first)
  })

  it('leaves the first ranking where words have no vectors of their own', async () => {
    const reader = createWordReader(async () => fakeEmbedder({ spansInContext: false }))
    const candidates = candidatesOf(passage, [0.6, 0.4])
    expect(await reader.read(QUESTION, candidates)).toEqual(candidates)
  })
})
