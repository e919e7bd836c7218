// From a question to an answer, over hand-made passages.
import { describe, expect, it } from 'vitest'
import type { AnswerEvent } from '../../src/answer/answer.ts'
import { type AnswererOptions, createAnswerer } from '../../src/answer/answerer.ts'
import type { AnswerSources } from '../../src/answer/sources.ts'
import type { Writer } from '../../src/answer/writer.ts'
import type { Routing, SearchOptions } from '../../src/search/passage.ts'
import { passageWithSentences } from '../fixtures/answers.ts'
import { buildDocument } from '../fixtures/built-document.ts'

const ORGANISATION = '青山市图书馆'
const BODY = '馆内设有座位320个。新馆即将启用,读者十分期待。'
const report = {
  ...buildDocument({
    title: '青山市图书馆年度报告',
    organisation: ORGANISATION,
    blocks: [
      { kind: 'heading', text: '一、馆舍' },
      { kind: 'body', text: BODY },
    ],
  }),
  date: '2022-03-01',
}
const start = report.text.indexOf(BODY)

/** One passage, the body, whose first sentence is nearest. */
function sourcesWith(routing: Partial<Routing> = {}): AnswerSources & { calls: SearchOptions[] } {
  const calls: SearchOptions[] = []
  const made = passageWithSentences(report.id, BODY, { similarities: [0.95, 0.7] })
  const passage = {
    ...made,
    range: { start, end: start + BODY.length },
    sectionPath: [report.title, '一、馆舍'],
    document: { id: report.id, path: report.path, title: report.title, organisation: ORGANISATION },
    sentences: (made.sentences ?? []).map((one) => ({
      ...one,
      range: { start: one.range.start + start, end: one.range.end + start },
    })),
  }
  return {
    calls,
    async search(question, options = {}) {
      calls.push(options)
      const terms = ['座位', '馆内'].map((text) => ({ text, idf: 3, isOwn: true }))
      return {
        question,
        passages: [passage],
        terms,
        routing: { organisations: [ORGANISATION], years: [], mode: 'filter', ...routing },
      }
    },
    documents: () => [
      {
        id: report.id,
        path: report.path,
        title: report.title,
        organisation: ORGANISATION,
        aliases: [],
        date: '2022-03-01',
        years: [],
        characters: report.text.length,
        chunks: 1,
        warnings: 0,
        learntAt: '',
      },
    ],
    document: (id) => (id === report.id ? report : undefined),
  }
}

const answererWith = (options: Partial<AnswererOptions> = {}) =>
  createAnswerer({ sources: sourcesWith(), settings: { threshold: 0 }, ...options })

async function eventsOf(options: Partial<AnswererOptions>, question: string): Promise<AnswerEvent[]> {
  const events: AnswerEvent[] = []
  for await (const event of answererWith(options).answer(question)) events.push(event)
  return events
}

describe('createAnswerer', () => {
  it('answers with the sentence that holds the number, who it is about, and its citation', async () => {
    const answer = await answererWith().answerWhole('馆内有多少个座位？')
    expect(answer).toMatchObject({
      kind: 'answered',
      origin: 'extract',
      text: '青山市图书馆：馆内设有座位320个。[1]',
      citations: [
        {
          n: 1,
          documentId: report.id,
          quote: '馆内设有座位320个。',
          sectionPath: [report.title, '一、馆舍'],
        },
      ],
      claims: [{ verdict: 'supported' }],
    })
    const [citation] = answer.kind === 'answered' ? answer.citations : []
    expect(report.text.slice(citation?.range.start, citation?.range.end)).toBe(citation?.quote)
    expect(citation?.url).toMatch(/^\/d\/[\da-f]+#[\w-]+$/)
  })

  it('tells sources, then text and claims, and ends with one done', async () => {
    const kinds = (await eventsOf({}, '馆内有多少个座位？')).map(({ kind }) => kind)
    expect(kinds).toEqual(['sources', 'delta', 'claim', 'done'])
  })

  it('tells the sources before the model is waited for', async () => {
    const events = answererWith({ embedder: () => new Promise(() => undefined) }).answer('馆内有多少个座位？')
    const first = await events[Symbol.asyncIterator]().next()
    expect(first).toMatchObject({ done: false, value: { kind: 'sources', passages: [{ rank: 1 }] } })
  })

  it('tells no passage twice: the sentences it was made from stay inside', async () => {
    for (const threshold of [0, 1]) {
      const events = await eventsOf({ settings: { threshold } }, '馆内有多少个座位？')
      expect(JSON.stringify(events)).not.toContain('"sentences"')
      expect(events.at(-1)).toMatchObject({ kind: 'done' })
    }
  })

  it('refuses below the threshold, with what is nearest', async () => {
    const answer = await answererWith({ settings: { threshold: 1 } }).answerWhole('馆内有多少个座位？')
    expect(answer).toMatchObject({ kind: 'refused', reason: 'no-evidence', nearest: [{ rank: 1 }] })
    expect(answer.trace?.threshold).toBe(1)
  })

  it('refuses for a kind that is missing and for a shared name, whatever the threshold', async () => {
    expect(await answererWith().answerWhole('馆内有多少平方米？')).toMatchObject({
      kind: 'refused',
      reason: 'unknown-indicator',
    })
    const ambiguous = {
      name: '市图书馆',
      choices: [{ organisation: ORGANISATION, documentId: 'a', title: 't' }],
    }
    const shared = answererWith({ sources: sourcesWith({ ambiguous }) })
    expect(await shared.answerWhole('市图书馆有多少个座位？')).toMatchObject({
      reason: 'ambiguous',
      choices: [{ name: ORGANISATION, documentId: 'a' }],
    })
  })

  it('carries over what earlier turns said and shows it', async () => {
    const history = [{ role: 'user', content: '青山市图书馆有多少座位？' }] as const
    const { trace } = await answererWith().answerWhole('它有多少个座位？', { history })
    expect(trace).toMatchObject({ carried: [ORGANISATION] })
    expect(trace?.question).toContain(ORGANISATION)
  })

  it('answers from the record without a search', async () => {
    const sources = sourcesWith()
    const answer = await answererWith({ sources }).answerWhole('有哪些报告？')
    expect(answer).toMatchObject({
      kind: 'answered',
      origin: 'collection',
      citations: [{ quote: report.title }],
    })
    expect(answer.kind === 'answered' && answer.text).toContain('共有1份报告')
    expect(sources.calls).toEqual([])
  })

  it('says the whole text in its deltas, what stands before the first claim included', async () => {
    for (const question of ['有哪些报告？', '馆内有多少个座位？']) {
      let said = ''
      for await (const event of answererWith().answer(question)) {
        if (event.kind === 'delta') said += event.text
        if (event.kind === 'done') expect(event.answer).toMatchObject({ kind: 'answered', text: said })
      }
      expect(said).not.toBe('')
    }
  })

  it('hands filters and the signal to the search', async () => {
    const sources = sourcesWith()
    const { signal } = new AbortController()
    await answererWith({ sources }).answerWhole('馆内有多少个座位？', { filters: { folder: 'x' }, signal })
    expect(sources.calls[0]).toMatchObject({
      filters: { folder: 'x' },
      sentences: true,
      explain: true,
      signal,
    })
  })

  it('lets a writer write, and answers itself where the writer gives up', async () => {
    const degraded = await answererWith({
      async *writer() {
        yield { kind: 'degraded', reason: 'slow' }
      },
    }).answerWhole('馆内有多少个座位？')
    expect(degraded).toMatchObject({ origin: 'extract', degraded: { reason: 'slow' } })
    const written = await answererWith({ writer: writerCiting(start) }).answerWhole('馆内有多少个座位？')
    expect(written).toMatchObject({ origin: 'model', text: '320个', trace: { questionType: 'count' } })
  })

  it('answers itself where the writer cites another sentence than the one that answers', async () => {
    const elsewhere = await answererWith({ writer: writerCiting(start + 12) }).answerWhole(
      '馆内有多少个座位？',
    )
    expect(elsewhere).toMatchObject({ origin: 'extract', degraded: { reason: 'model-disagrees' } })
  })
})

/** Says one sentence and cites a character of the report for it. */
function writerCiting(at: number): Writer {
  return async function* write() {
    const range = { start: at, end: at + 1 }
    const quote = report.text.slice(range.start, range.end)
    const citation = {
      n: 1,
      documentId: report.id,
      title: report.title,
      sectionPath: [],
      range,
      quote,
      url: '/d/a',
    }
    const claim = { text: '320个', citations: [citation], verdict: 'supported', reasons: [] } as const
    yield { kind: 'delta', text: claim.text }
    yield { kind: 'claim', claim }
    const answer = {
      kind: 'answered',
      text: claim.text,
      claims: [claim],
      passages: [],
      origin: 'model',
    } as const
    yield { kind: 'written', answer: { ...answer, citations: [citation] } }
  }
}
