// Bounds on a run: what they name, and what is said when they aren't kept.
import { describe, expect, it } from 'vitest'
import type { EvalReport } from '../../src/evaluate/report.ts'
import { missedThresholds, parseThreshold } from '../../src/evaluate/thresholds.ts'

const scores = {
  questions: 4,
  'recall@1': 0.5,
  'recall@3': 0.75,
  'recall@5': 1,
  'recall@10': 1,
  'mrr@10': 0.7,
}
const report: EvalReport = {
  questions: 5,
  retrieval: {
    ...scores,
    meanPassageChars: 400,
    byType: { lookup: { ...scores, 'recall@5': 0.25 } },
  },
  answer: null,
  refusal: null,
  latencyMs: { p50: 4, p95: 9, p99: 12 },
}

describe('parseThreshold', () => {
  it('reads name and number', () => {
    expect(parseThreshold('recall@5=0.95', 'min')).toEqual({ measure: 'recall@5', bound: 'min', value: 0.95 })
  })

  it.each(['recall@5', 'recall@5=', '=1', 'recall@5=high', 'a=1=2'])('refuses %s', (text) => {
    expect(() => parseThreshold(text, 'min')).toThrow('--min wants NAME=NUMBER')
  })

  it('refuses a measure that no run has', () => {
    expect(() => parseThreshold('recal@5=1', 'max')).toThrow('there is no measure recal@5')
  })
})

describe('missedThresholds', () => {
  const missed = (text: string, bound: 'min' | 'max' = 'min') =>
    missedThresholds(report, [parseThreshold(text, bound)])

  it('takes a short name for the measure over all questions', () => {
    expect(missed('recall@5=1')).toEqual([])
    expect(missed('recall@1=0.9')).toEqual(['retrieval.recall@1 is 0.5, at least 0.9 was asked'])
  })

  it('takes a dotted name, whole or its end', () => {
    expect(missed('retrieval.byType.lookup.recall@5=0.3')).toHaveLength(1)
    expect(missed('lookup.recall@5=0.2')).toEqual([])
  })

  it('bounds from above with max', () => {
    expect(missed('meanPassageChars=450', 'max')).toEqual([])
    expect(missed('p95=5', 'max')).toEqual(['latencyMs.p95 is 9, at most 5 was asked'])
  })

  it('counts what the run does not measure as missed', () => {
    expect(missed('answer.accuracy=0.1')).toEqual(["answer.accuracy isn't measured by this run"])
  })
})
