import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Embedder } from '../../src/embed/embedder.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import type { SearchFilters } from '../../src/search/passage.ts'
import { openSearcher } from '../../src/search/searcher.ts'
import type { BuiltDocument } from '../fixtures/built-document.ts'
import { reportOf, searchable } from '../fixtures/searchable.ts'

const REPORTS: readonly BuiltDocument[] = [
  reportOf(
    '青石市第二人民医院',
    [
      '全年完成门诊量三十二万人次，同比增长百分之五。急诊科全天开放，随到随诊。',
      '党员共有一百二十名，设党支部十四个。',
    ],
    { path: '2024/qingshi.txt', aliases: ['市二院'] },
  ),
  reportOf('临湖市第二人民医院', ['全年完成門診量四十一萬人次。', '开展义诊活动十八场，服务群众两千人。'], {
    path: '2024/linhu.txt',
    aliases: ['市二院'],
  }),
  reportOf('明州市中心医院', ['全年完成门诊量五十万人次。', '引进三台新设备。'], {
    path: '2023/mingzhou.txt',
  }),
]

const opened = async (reports: readonly BuiltDocument[] = REPORTS) => {
  const held = await searchable(reports)
  return { ...held, searcher: await openSearcher(held) }
}

describe('search', () => {
  it('gives the passage that holds the words of the question first, with its place', async () => {
    const { searcher } = await opened()
    const { passages } = await searcher.search('义诊活动开展了几场？')
    expect(passages[0]).toMatchObject({
      rank: 1,
      text: '开展义诊活动十八场，服务群众两千人。',
      kind: 'body',
      sectionPath: ['临湖市第二人民医院工作报告', '第2部分'],
      document: { organisation: '临湖市第二人民医院', path: '2024/linhu.txt' },
    })
    expect(passages.map(({ rank }) => rank)).toEqual(passages.map((_, i) => i + 1))
  })

  it('matches traditional text with a simplified question and marks it', async () => {
    const { searcher } = await opened()
    const { passages } = await searcher.search('临湖二院的门诊量')
    const [first] = passages
    expect(first?.highlights.map(({ start, end }) => first.text.slice(start, end))).toContain('門診量')
  })

  it('asks the embedder alike in either script', async () => {
    const held = await searchable(REPORTS)
    const asked: string[] = []
    const embedder: Embedder = {
      ...held.embedder,
      embedQuery(text, options) {
        asked.push(text)
        return held.embedder.embedQuery(text, options)
      },
    }
    const searcher = await openSearcher({ ...held, embedder })
    await searcher.search('義診活動開展了幾場？')
    await searcher.search('义诊活动开展了几场？')
    expect(asked).toEqual(['义诊活动开展了几场？', '义诊活动开展了几场？'])
  })

  it('shows only the reports of an organisation that is named for certain', async () => {
    const { searcher } = await opened()
    const { passages, routing } = await searcher.search('青石二院的门诊量是多少？')
    expect(routing).toMatchObject({ mode: 'filter', organisations: ['青石市第二人民医院'] })
    expect(new Set(passages.map(({ document }) => document.organisation))).toEqual(
      new Set(['青石市第二人民医院']),
    )
  })

  it('hears each of several organisations', async () => {
    const { searcher } = await opened()
    const { passages } = await searcher.search('明州市中心医院和临湖二院的门诊量各是多少？')
    const firstTwo = passages.slice(0, 2).map(({ document }) => document.organisation)
    expect(new Set(firstTwo)).toEqual(new Set(['明州市中心医院', '临湖市第二人民医院']))
  })

  it('asks back when two share the name, and still shows passages', async () => {
    const { searcher } = await opened()
    const { passages, routing } = await searcher.search('市二院有多少党员？')
    expect(routing.ambiguous?.choices.map(({ organisation }) => organisation).toSorted()).toEqual([
      '临湖市第二人民医院',
      '青石市第二人民医院',
    ])
    expect(passages[0]?.text).toContain('党员')
  })

  it('knows which is meant when only one of the two uses a word in quotes', async () => {
    const { searcher } = await opened()
    const { routing } = await searcher.search('“随到随诊”的那家市二院有多少党员？')
    expect(routing).toMatchObject({ mode: 'filter', organisations: ['青石市第二人民医院'] })
    expect(routing.ambiguous).toBeUndefined()
    expect((await searcher.search('“人次”多的那家市二院')).routing.ambiguous?.choices).toHaveLength(2)
  })

  it.each<[string, SearchFilters, readonly string[]]>([
    ['a folder', { folder: '2023' }, ['明州市中心医院']],
    ['an alias', { organisations: ['市二院'] }, ['临湖市第二人民医院', '青石市第二人民医院']],
    ['a short name', { organisations: ['明州中心医院'] }, ['明州市中心医院']],
    ['nothing known', { organisations: ['无名医院'] }, []],
    ['two at once', { folder: '/2024/', organisations: ['临湖二院'] }, ['临湖市第二人民医院']],
  ])('filters by %s before it scores', async (_, filters, expected) => {
    const { searcher } = await opened()
    const { passages } = await searcher.search('门诊量', { filters })
    expect([...new Set(passages.map(({ document }) => document.organisation))].toSorted()).toEqual(expected)
  })

  it('leaves out excluded documents even when the question names them', async () => {
    const { searcher, collection } = await opened()
    const id = collection.documents().find(({ organisation }) => organisation === '明州市中心医院')?.id ?? ''
    const { passages, routing } = await searcher.search('明州市中心医院的门诊量', {
      filters: { excludeDocuments: [id] },
    })
    expect(routing.mode).toBe('none')
    expect(passages.length).toBeGreaterThan(0)
    expect(passages.some(({ document }) => document.id === id)).toBe(false)
  })

  it('shows the same text once', async () => {
    const twice = [1, 2].map((n) => reportOf(`第${n}图书馆`, ['两馆同日发布联合公告，读者可通借通还。']))
    const { searcher } = await opened(twice)
    const { passages } = await searcher.search('联合公告')
    expect(passages).toHaveLength(1)
  })

  it('gives ranges of the document, sentences and marks inside the text, for any question', async () => {
    const { searcher, collection } = await opened()
    const characters = fc.constantFrom(...'门诊量义诊活动党员设备青石临湖二院多少？，开展服务 a1')
    const questions = fc.array(characters, { minLength: 1, maxLength: 20 }).map((list) => list.join(''))
    await fc.assert(
      fc.asyncProperty(questions, async (question) => {
        fc.pre(question.trim() !== '')
        const { passages } = await searcher.search(question, { topK: 3 })
        expect(passages.length).toBeLessThanOrEqual(3)
        for (const { document, range, text, highlights, bestSentence, chunkIds, score } of passages) {
          expect(collection.document(document.id)?.text.slice(range.start, range.end)).toBe(text)
          expect(Number.isFinite(score)).toBe(true)
          expect(chunkIds.length).toBeGreaterThan(0)
          let end = -1
          for (const mark of [
            ...highlights,
            ...(bestSentence ? [{ start: bestSentence.start, end: bestSentence.end }] : []),
          ]) {
            expect(mark.start).toBeGreaterThanOrEqual(0)
            expect(mark.end).toBeGreaterThan(mark.start)
            expect(mark.end).toBeLessThanOrEqual(text.length)
          }
          for (const mark of highlights) {
            expect(mark.start).toBeGreaterThan(end)
            end = mark.end
          }
        }
        expect(passages.map(({ score }) => score)).toEqual(
          passages.map(({ score }) => score).toSorted((a, b) => b - a),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('explains every signal when asked, and nothing otherwise', async () => {
    const { searcher } = await opened()
    const plain = await searcher.search('门诊量')
    expect([plain.trace, plain.passages[0]?.signals]).toEqual([undefined, undefined])
    const { trace, passages } = await searcher.search('门诊量', { explain: true })
    expect(trace?.engine).toBe('flat')
    expect(trace?.terms).toEqual(['门', '门诊', '诊', '诊量', '量'])
    expect(passages[0]?.signals?.bm25).toBeGreaterThan(0)
  })

  it('ranks by one signal alone', async () => {
    const { searcher } = await opened()
    for (const leg of ['bm25', 'similarity'] as const) {
      const { passages } = await searcher.search('门诊量', { leg, explain: true })
      const values = passages.map(({ signals }) => signals?.[leg] ?? 0)
      expect(values).toEqual(values.toSorted((a, b) => b - a))
      expect(passages.map(({ score }) => score)).toEqual(values)
    }
  })

  it.each([0, 51, 1.5, Number.NaN])('refuses topK %d', async (topK) => {
    const { searcher } = await opened()
    await expect(searcher.search('门诊量', { topK })).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('refuses an empty question', async () => {
    const { searcher } = await opened()
    await expect(searcher.search(' ')).rejects.toMatchObject({ code: 'bad-input' })
  })

  it('says that nothing was learnt', async () => {
    const { searcher } = await opened([])
    await expect(searcher.search('门诊量')).rejects.toMatchObject({ code: 'index-missing' })
  })

  it('refuses vectors of another embedder', async () => {
    const { collection } = await searchable(REPORTS)
    const searcher = await openSearcher({ collection, embedder: createHashingEmbedder({ dimension: 32 }) })
    await expect(searcher.search('门诊量')).rejects.toMatchObject({
      code: 'index-stale',
      message: expect.stringMatching(/with hashing-64 \(64 numbers, .*\), the embedder is hashing-32 \(32 /),
    })
  })

  it('refuses vectors of other weights, though they have as many numbers', async () => {
    const { collection } = await searchable(REPORTS)
    const embedder = { ...createHashingEmbedder({ dimension: 64 }), fingerprint: 'f'.repeat(64) }
    const searcher = await openSearcher({ collection, embedder })
    await expect(searcher.search('门诊量')).rejects.toMatchObject({
      code: 'index-stale',
      message: expect.stringContaining('the embedder is hashing-64 (64 numbers, fingerprint ffffffff)'),
    })
  })

  it('stops when it is told to', async () => {
    const { searcher } = await opened()
    await expect(searcher.search('门诊量', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    })
  })
})

describe('refresh', () => {
  it('lets searches go on meanwhile, over whole documents', async () => {
    const { searcher, learn } = await opened()
    await learn([...REPORTS, reportOf('白沙档案馆', ['馆藏档案九万卷，门诊量无从谈起。'])])
    const during = Promise.all([searcher.refresh(), searcher.search('门诊量'), searcher.search('党员')])
    const [, first, second] = await during
    expect(first.passages.length * second.passages.length).toBeGreaterThan(0)
    const { passages } = await searcher.search('白沙档案馆有多少卷档案？')
    expect(passages[0]?.text).toContain('九万卷')
  })

  it('forgets documents that were removed', async () => {
    const { searcher, learn } = await opened()
    await learn(REPORTS.slice(0, 1))
    await searcher.refresh()
    const { passages } = await searcher.search('明州的门诊量')
    expect(passages.map(({ document }) => document.path)).toEqual(passages.map(() => '2024/qingshi.txt'))
    expect(searcher.status().chunks).toBe(2)
  })

  it('ranks as if the removed documents had never been there', async () => {
    const many = Array.from({ length: 8 }, (_, i) => reportOf(`白沙第${i}档案馆`, [`馆藏档案${i}万卷。`]))
    const held = await opened([...REPORTS, ...many])
    await held.learn([...REPORTS, ...many.slice(2)])
    await held.searcher.refresh()
    const fresh = await openSearcher(held)
    for (const question of ['全年门诊量多少', '档案有几万卷', '义诊活动']) {
      const { passages } = await held.searcher.search(question)
      expect(passages).toEqual((await fresh.search(question)).passages)
    }
  })

  it('may be closed twice', async () => {
    const { searcher } = await opened()
    await searcher.close()
    await searcher.close()
  })
})
