// The scores against cases worked out by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  rankOfDocument,
  rankOfEvidence,
  scoreByType,
  scoreFindings,
} from '../../src/evaluate/retrieval-scores.ts'
import { passageOf } from '../fixtures/passages.ts'

describe('rankOfEvidence', () => {
  const passages = [
    passageOf('a', '全院共有职工。'),
    passageOf('b', '床位\u3000900\u00A0张，\n另有分院。'),
    passageOf('c', '床位900张'),
  ]

  it('finds an evidence string that lies in a passage, all kinds of white space aside', () => {
    expect(rankOfEvidence(passages, ['床位900 张，另\u200B有'])).toBe(2)
  })

  it('finds a passage that lies in the evidence', () => {
    expect(rankOfEvidence(passages, ['截至年底，床位900张，比上年多'])).toBe(3)
  })

  it('takes the first passage that any of the strings is in', () => {
    expect(rankOfEvidence(passages, ['床位900张', '共有职工'])).toBe(1)
  })

  it('finds nothing when none stands there, and nothing in an empty passage', () => {
    expect(rankOfEvidence([...passages, passageOf('d', ' ')], ['门诊量'])).toBe(undefined)
  })

  it('compares composed with decomposed characters', () => {
    expect(rankOfEvidence([passageOf('a', 'Caf\u00E9')], ['Cafe\u0301'])).toBe(1)
  })
})

describe('rankOfDocument', () => {
  it('counts documents, not passages', () => {
    const passages = ['a', 'a', 'b', 'a', 'c'].map((id) => passageOf(id, '文'))
    expect(rankOfDocument(passages, new Set(['c']))).toBe(3)
    expect(rankOfDocument(passages, new Set(['b', 'a']))).toBe(1)
    expect(rankOfDocument(passages, new Set(['x']))).toBe(undefined)
  })
})

describe('scoreFindings', () => {
  const findings = [1, 2, 4, 10, 11, undefined].map((rank) => ({ type: 't', rank }))

  it('gives the shares within k and the mean reciprocal rank down to ten', () => {
    const scores = scoreFindings(findings)
    expect(scores).toEqual({
      questions: 6,
      'recall@1': 1 / 6,
      'recall@3': 2 / 6,
      'recall@5': 3 / 6,
      'recall@10': 4 / 6,
      'mrr@10': (1 + 1 / 2 + 1 / 4 + 1 / 10) / 6,
    })
  })

  it('has no scores for no questions', () => {
    expect(scoreFindings([])).toBe(undefined)
  })

  it('never falls as k grows, and keeps the reciprocal rank between recall@1 and recall@10', () => {
    const rank = fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.record({ type: fc.constant('t'), rank }), { minLength: 1 }), (some) => {
        const scores = scoreFindings(some)!
        const steps = [scores['recall@1'], scores['recall@3'], scores['recall@5'], scores['recall@10'], 1]
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
        expect(scores['mrr@10']).toBeGreaterThanOrEqual(scores['recall@1'] - 1e-12)
        expect(scores['mrr@10']).toBeLessThanOrEqual(scores['recall@10'] + 1e-12)
      }),
    )
  })
})

describe('scoreByType', () => {
  it('scores each type alone, in alphabetical order', () => {
    const scores = scoreByType([
      { type: 'b', rank: 1 },
      { type: 'a', rank: undefined },
      { type: 'b', rank: 2 },
    ])
    expect(Object.keys(scores)).toEqual(['a', 'b'])
    expect(scores['a']?.['recall@10']).toBe(0)
    expect(scores['b']?.['recall@1']).toBe(0.5)
  })
})
