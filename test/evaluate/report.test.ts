// The report: its form, and what is null.
import { describe, expect, it } from 'vitest'
import { buildReport } from '../../src/evaluate/report.ts'
import type { AskedCase } from '../../src/evaluate/run.ts'
import { refusedWith } from '../fixtures/answers.ts'
import { passageOf } from '../fixtures/passages.ts'

function asked(rank: number | undefined, more: Partial<AskedCase> = {}, isAnswerable = true): AskedCase {
  return {
    case: {
      id: 'x',
      type: isAnswerable ? 'lookup' : 'unanswerable_far',
      question: '？',
      expected: [],
      isAnswerable,
      relevantDocuments: [],
      evidence: [],
      answerKeys: [],
      rankOf: () => rank,
    },
    passages: [passageOf('a', '四个字符'), passageOf('b', '两字')],
    rank,
    durationMs: 3,
    legRanks: undefined,
    answer: undefined,
    hidden: undefined,
    ...more,
  }
}

const textOf = () => undefined

describe('buildReport', () => {
  it('counts all questions, scores the answerable ones, and has null for what was not measured', () => {
    const report = buildReport([asked(1), asked(2), asked(undefined, {}, false)], textOf)
    const scores = {
      questions: 2,
      'recall@1': 0.5,
      'recall@3': 1,
      'recall@5': 1,
      'recall@10': 1,
      'mrr@10': 0.75,
    }
    expect(report).toEqual({
      questions: 3,
      retrieval: { ...scores, meanPassageChars: 3, byType: { lookup: scores } },
      answer: null,
      refusal: null,
      latencyMs: { p50: 3, p95: 3, p99: 3 },
    })
  })

  it('has no retrieval scores when no question has an answer', () => {
    expect(buildReport([asked(undefined, {}, false)], textOf).retrieval).toBe(null)
  })

  it('takes the first ten passages for their mean length', () => {
    const passages = [
      ...Array.from({ length: 10 }, () => passageOf('a', '三个字')),
      passageOf('b', '不算在内的很长的一段'),
    ]
    expect(buildReport([asked(1, { passages })], textOf).retrieval?.meanPassageChars).toBe(3)
  })

  it('sets the legs beside the fused score', () => {
    const { legs } = buildReport(
      [
        asked(1, { legRanks: { bm25: 1, similarity: 2 } }),
        asked(1, { legRanks: { bm25: undefined, similarity: 1 } }),
      ],
      textOf,
    )
    const first = Object.entries(legs ?? {}).map(([name, scores]) => [
      name,
      scores['recall@1'],
      scores['mrr@10'],
    ])
    expect(first).toEqual([
      ['bm25', 0.5, 0.5],
      ['similarity', 0.5, 0.75],
      ['fused', 1, 1],
    ])
  })

  it('judges the answers and what was refused', () => {
    const answer = refusedWith(0.4)
    const report = buildReport([asked(1, { answer, hidden: refusedWith(0.1) })], textOf)
    expect(report.answer).toBe(null)
    expect(report.refusal).toMatchObject({
      refusedAnswerable: 1,
      refusedUnanswerable: null,
      letThroughAt95: 0,
    })
  })
})
