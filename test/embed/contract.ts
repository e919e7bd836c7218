// What every embedder promises, whatever is behind it.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/embed/embedder.ts'
import { textWithSpans } from './texts.ts'
import { dot, normOf } from './vectors.ts'

/** @param runs of each property; fewer where a text costs more */
export function describeEmbedder(
  name: string,
  open: () => Promise<{ embedder: Embedder; release?: () => Promise<void> }>,
  runs: number,
): void {
  describe(`${name} as an Embedder`, () => {
    let embedder: Embedder
    let release: (() => Promise<void>) | undefined
    beforeAll(async () => {
      const opened = await open()
      embedder = opened.embedder
      release = opened.release
    })
    afterAll(async () => {
      await embedder.close()
      await embedder.close()
      await release?.()
    })

    it('says what it is', () => {
      expect(embedder.id.length).toBeGreaterThan(0)
      expect(embedder.dimension).toBeGreaterThan(0)
      expect(embedder.maxTokens).toBeGreaterThan(0)
      expect(embedder.fingerprint).toMatch(/^[\da-f]{64}$/)
    })

    it('gives one unit row a text and one a span, whatever the text is', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(textWithSpans, { maxLength: 4 }), async (items) => {
          const results = await embedder.embedPassages(items)
          expect(results.map(({ spanVectors }) => spanVectors.length)).toEqual(
            items.map(({ spans }) => spans.length),
          )
          for (const { vector, spanVectors } of results)
            for (const row of [vector, ...spanVectors]) {
              expect(row.length).toBe(embedder.dimension)
              expect(normOf(row)).toBeCloseTo(1, 5)
            }
        }),
        { numRuns: runs },
      )
    })

    it('gives a unit row for any question', async () => {
      await fc.assert(
        fc.asyncProperty(textWithSpans, async ({ text }) => {
          const row = await embedder.embedQuery(text)
          expect(row.length).toBe(embedder.dimension)
          expect(normOf(row)).toBeCloseTo(1, 5)
        }),
        { numRuns: runs },
      )
    })

    it('gives results in the order of the items', async () => {
      const texts = [
        '住院床位增加了二百张。',
        '食堂',
        '门诊量达到一百万人次，比上年增长百分之五，创下新高。'.repeat(4),
      ]
      const together = await embedder.embedPassages(texts.map((text) => ({ text, spans: [] })))
      for (const [i, text] of texts.entries()) {
        const [alone] = await embedder.embedPassages([{ text, spans: [] }])
        expect(dot(alone!.vector, together[i]!.vector)).toBeGreaterThan(0.99)
      }
    })

    it('gives the same vector for the same question', async () => {
      expect(await embedder.embedQuery('床位有多少张？')).toEqual(await embedder.embedQuery('床位有多少张？'))
    })

    it('gives nothing for nothing', async () => {
      expect(await embedder.embedPassages([])).toEqual([])
    })

    it('finds the passage, and in it the sentence, that shares the question’s words', async () => {
      const text = '医院新建了停车楼。全年门诊量为一百万人次。食堂延长了开放时间。'
      const spans = [
        { start: 0, end: 9 },
        { start: 9, end: 21 },
        { start: 21, end: 31 },
      ]
      const [passage, other] = await embedder.embedPassages([
        { text, spans },
        { text: '图书馆收藏古籍三万册，每周六向公众开放。', spans: [] },
      ])
      const question = await embedder.embedQuery('全年门诊量是多少人次？')
      expect(dot(question, passage!.vector)).toBeGreaterThan(dot(question, other!.vector))
      const [first, second, third] = passage!.spanVectors.map((row) => dot(question, row))
      expect(second).toBeGreaterThan(Math.max(first!, third!))
    })

    it('keeps the sentences at the end of a text that is longer than it takes', async () => {
      const text = `${'这一段与问题没有关系，只是为了占去位置。'.repeat(60)}全年门诊量为一百万人次。`
      const start = text.length - 12
      const [passage] = await embedder.embedPassages([
        {
          text,
          spans: [
            { start: 0, end: 20 },
            { start, end: text.length },
          ],
        },
      ])
      const question = await embedder.embedQuery('全年门诊量是多少人次？')
      const [first, last] = passage!.spanVectors.map((row) => dot(question, row))
      expect(last).toBeGreaterThan(first!)
    })

    it('tells progress up to the last passage', async () => {
      const told: number[] = []
      const items = Array.from({ length: 7 }, (_, i) => ({ text: `第${i}条`, spans: [] }))
      await embedder.embedPassages(items, { onProgress: (done) => told.push(done) })
      expect(told.at(-1)).toBe(7)
      expect(told).toEqual(told.toSorted((a, b) => a - b))
    })

    it('does nothing once the signal has fired', async () => {
      const signal = AbortSignal.abort()
      const items = [{ text: '门诊量', spans: [] }]
      await expect(embedder.embedPassages(items, { signal })).rejects.toMatchObject({ name: 'AbortError' })
      await expect(embedder.embedQuery('门诊量', { signal })).rejects.toMatchObject({ name: 'AbortError' })
    })
  })
}
