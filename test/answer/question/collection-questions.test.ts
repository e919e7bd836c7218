// Questions about the reports themselves.
import { describe, expect, it } from 'vitest'
import { answerAboutCollection } from '../../../src/answer/question/collection-questions.ts'
import type { DocumentSummary } from '../../../src/collection/collection.ts'
import type { Document } from '../../../src/document/document.ts'
import { buildDocument } from '../../fixtures/built-document.ts'

const [first, second] = [
  { name: '青山市图书馆', date: '2021-05-01' },
  { name: '绿水市图书馆', date: '2023-02-01' },
].map(({ name, date }): Document => {
  const blocks = [
    { kind: 'heading', text: '一、馆舍' },
    { kind: 'body', text: '新馆于春天启用。此后读者渐多。' },
    { kind: 'heading', text: '二、活动' },
    { kind: 'body', text: '全年举办讲座40场。' },
  ] as const
  return { ...buildDocument({ path: `${name}.txt`, title: `${name}报告`, organisation: name, blocks }), date }
})
const documents = [first, second].filter((one) => one !== undefined)
const summaries = documents.map((one): DocumentSummary => {
  const { id, path, title, organisation, date } = one
  return {
    id,
    path,
    title,
    aliases: [],
    years: [],
    characters: 1,
    chunks: 1,
    warnings: 0,
    learntAt: '',
    ...(organisation !== undefined && { organisation }),
    ...(date !== undefined && { date }),
  }
})
const ask = (question: string) =>
  answerAboutCollection(question, {
    search: () => Promise.reject(new Error('not asked')),
    documents: () => summaries,
    document: (id) => documents.find((one) => one.id === id),
  })

describe('answerAboutCollection', () => {
  it.each([
    '有哪些报告？',
    '现在有几份报告',
    '知识库里一共收录了多少篇文章？',
    '哪些报告可以查？',
    '你这里都有什么文件？',
    'Which reports are there?',
  ])('lists: %s', (question) => {
    const answer = ask(question)
    expect(answer?.claims.map(({ text }) => text)).toEqual([
      '《绿水市图书馆报告》（绿水市图书馆，2023-02-01）',
      '《青山市图书馆报告》（青山市图书馆，2021-05-01）',
    ])
    expect(answer?.text).toContain(question.startsWith('Which') ? 'There are 2 reports:' : '共有2份报告')
  })

  it.each(['哪家图书馆的报告最新？', '最新的报告是哪份？'])('finds the newest: %s', (question) => {
    expect(ask(question)?.text).toBe('最新的是《绿水市图书馆报告》（绿水市图书馆，2023-02-01）[1]')
  })

  it('tells what one report is about, a sentence a section', () => {
    expect(ask('青山市图书馆的报告讲了什么？')?.claims.map(({ text }) => text)).toEqual([
      '一、馆舍：新馆于春天启用。',
      '二、活动：全年举办讲座40场。',
    ])
  })

  it('cites the words of the documents', () => {
    for (const question of ['有哪些报告？', '青山市图书馆的报告讲了什么？']) {
      for (const { documentId, range, quote } of ask(question)?.citations ?? []) {
        expect(documents.find(({ id }) => id === documentId)?.text.slice(range.start, range.end)).toBe(quote)
        expect(quote).not.toBe('')
      }
    }
  })

  it.each([
    '图书馆有多少座位？',
    '馆员去年发表了多少篇文章？',
    '全年出了几份报告？',
    '报告里说新馆何时启用？',
    '年度报告会有多少人参加？',
    '这份报告讲了什么？',
  ])('leaves to the search: %s', (question) => {
    expect(ask(question)).toBe(undefined)
  })
})
