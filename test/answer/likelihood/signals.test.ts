// Which sentences may answer at all.
import { describe, expect, it } from 'vitest'
import { signalsOf } from '../../../src/answer/likelihood/signals.ts'
import { questionKind } from '../../../src/answer/question/question-kind.ts'
import type { SearchResult } from '../../../src/search/passage.ts'
import { passageOf } from '../../fixtures/passages.ts'

function weighed(question: string, ...sentences: readonly string[]): string[] {
  const passage = {
    ...passageOf('a', sentences.join('')),
    sentences: sentences.map((text, i) => ({ range: { start: i, end: i + 1 }, text, similarity: 0.5 })),
  }
  const result: SearchResult = {
    question,
    passages: [passage],
    routing: { organisations: [], years: [], mode: 'none' },
  }
  return signalsOf(result, questionKind(question)).map(({ sentence }) => sentence.text)
}

describe('signalsOf', () => {
  const DATE = '2025年1月6日'
  const PLAN = '2025年建成三座阅览室。'

  it.each(['图书馆2025年要做什么？', '图书馆2025年建几座阅览室？', '图书馆有哪些计划？'])(
    'leaves out a line that is a date and nothing more: %s',
    (question) => {
      expect(weighed(question, DATE, '（二〇二五年一月）', PLAN)).toEqual([PLAN])
    },
  )

  it('weighs it where a date is asked for', () => {
    expect(weighed('报告是什么时候写的？', DATE, PLAN)).toEqual([DATE, PLAN])
  })
})
