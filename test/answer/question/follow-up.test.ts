// Short questions after longer ones.
import { describe, expect, it } from 'vitest'
import type { Turn } from '../../../src/answer/answer.ts'
import { resolveFollowUp } from '../../../src/answer/question/follow-up.ts'
import type { DocumentSummary } from '../../../src/collection/collection.ts'

const summary = (organisation: string): DocumentSummary => ({
  id: organisation,
  path: `${organisation}.txt`,
  title: organisation,
  organisation,
  aliases: [],
  years: [],
  characters: 1,
  chunks: 1,
  warnings: 0,
  learntAt: '',
})
const documents = ['青山市图书馆', '绿水市图书馆'].map(summary)
const asked = (...questions: string[]): Turn[] =>
  questions.flatMap((content) => [
    { role: 'user', content },
    { role: 'assistant', content: '答案' },
  ])

describe('resolveFollowUp', () => {
  it.each([
    ['那绿水市图书馆呢？', '青山市图书馆有多少座位？', '绿水市图书馆有多少座位？'],
    ['那绿水呢？', '青山市图书馆有多少座位？', '绿水市图书馆有多少座位？'],
    ['2021年呢？', '青山市图书馆2022年借出多少册？', '青山市图书馆2021年借出多少册？'],
    ['它的馆长是谁？', '青山市图书馆有多少座位？', '青山市图书馆的馆长是谁？'],
    ['该馆的座位有多少？', '青山市图书馆的馆长是谁？', '青山市图书馆的座位有多少？'],
    ['这份报告讲了什么？', '青山市图书馆的馆长是谁？', '青山市图书馆的报告讲了什么？'],
    ['还有呢？', '青山市图书馆办了哪些展览？', '青山市图书馆办了哪些展览？'],
    ['那座位呢？', '青山市图书馆的馆长是谁？', '青山市图书馆的座位怎么样？'],
    ['座位有多少？', '青山市图书馆的馆长是谁？', '青山市图书馆座位有多少？'],
  ])('%s after %s', (question, before, expected) => {
    const resolved = resolveFollowUp(question, asked(before), documents)
    expect(resolved.question).toBe(expected)
    expect(resolved.carried).not.toEqual([])
  })

  it('goes on through several turns', () => {
    const history = asked('青山市图书馆有多少座位？', '那绿水市图书馆呢？')
    expect(resolveFollowUp('它的馆长是谁？', history, documents).question).toBe('绿水市图书馆的馆长是谁？')
  })

  it('leaves a question that names its organisation, and one without a history, as it is', () => {
    const question = '绿水市图书馆的馆长是谁？'
    expect(resolveFollowUp(question, asked('青山市图书馆有多少座位？'), documents)).toEqual({
      question,
      carried: [],
    })
    expect(resolveFollowUp('那大连呢？', [], documents)).toEqual({ question: '那大连呢？', carried: [] })
  })

  it('looks at a long history only from its end', () => {
    const history = Array.from({ length: 200 }, () => asked('青山市图书馆有多少座位？')).flat()
    expect(resolveFollowUp('它的馆长是谁？', history, documents).question).toBe('青山市图书馆的馆长是谁？')
  })
})
