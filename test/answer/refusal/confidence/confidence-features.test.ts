// What is measured before it is decided whether to answer.
import { describe, expect, it } from 'vitest'
import type { Candidate } from '../../../../src/answer/likelihood/likelihood.ts'
import { confidenceFeatures } from '../../../../src/answer/refusal/confidence/confidence-features.ts'
import type { Passage, SearchResult } from '../../../../src/search/passage.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

function resultOf(passages: readonly Passage[], weights: Readonly<Record<string, number>>): SearchResult {
  return {
    question: '馆内座位有多少？',
    passages,
    routing: { organisations: [], years: [], mode: 'none' },
    terms: Object.entries(weights).map(([text, idf]) => ({ text, idf, isOwn: true })),
  }
}

/** A passage of one sentence that holds this share of the words asked about. */
function holding(rank: number, overlap: number): { passage: Passage; candidate: Candidate } {
  const passage = passageWithSentences(`p${rank}`, '馆内共有座位。', { rank })
  const [candidate] = candidatesOf(passage, [1 / rank])
  if (candidate === undefined) throw new Error('the passage has a sentence')
  return { passage, candidate: { ...candidate, overlap } }
}

describe('confidenceFeatures', () => {
  it('has nothing to measure where nothing was found', () => {
    expect(confidenceFeatures(resultOf([], {}), [])).toBeUndefined()
  })

  it('counts words that the likeliest sentence holds more than another passage', () => {
    const found = [holding(1, 0.7), holding(2, 0.4)]
    const result = resultOf(
      found.map(({ passage }) => passage),
      { 馆内: 2, 座位: 3 },
    )
    const candidates = found.map(({ candidate }) => candidate)
    expect(confidenceFeatures(result, candidates)?.overlapAhead).toBeCloseTo(0.3, 10)
    expect(confidenceFeatures(result, candidates.slice(0, 1))?.overlapAhead).toBeCloseTo(0.7, 10)
  })

  it('measures the score of the first passage by what the words of the question weigh', () => {
    const { passage, candidate } = holding(1, 0.7)
    const z = { bm25: 1, similarity: 1, sentenceSimilarity: 1 }
    const signals = { bm25: 8, similarity: 0.9, sentenceSimilarity: 0.9, boost: 0, z }
    const result = resultOf([{ ...passage, signals }], { 馆内: 2, 座位: 3 })
    expect(confidenceFeatures(result, [candidate])?.scored).toBeCloseTo(8 / 5, 10)
  })
})
