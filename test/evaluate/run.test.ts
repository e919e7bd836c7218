// Asking: in which order, with which options, and what is kept of it.
import { describe, expect, it } from 'vitest'
import type { Answerer } from '../../src/answer/answerer.ts'
import type { EvalCase } from '../../src/evaluate/cases.ts'
import { rankOfDocument } from '../../src/evaluate/retrieval-scores.ts'
import { askAll } from '../../src/evaluate/run.ts'
import type { SearchOptions } from '../../src/search/passage.ts'
import { createFakeSearcher } from '../fixtures/fake-searcher.ts'
import { passageOf } from '../fixtures/passages.ts'

function caseFor(id: string, isAnswerable = true): EvalCase {
  return {
    id,
    type: 't',
    question: `${id}？`,
    expected: [id],
    isAnswerable,
    relevantDocuments: [id],
    evidence: [],
    answerKeys: [],
    rankOf: (passages) => rankOfDocument(passages, new Set([id])),
  }
}

/** The right document is second, by BM25 first, by similarity nowhere. */
const respond = (question: string, { leg, filters, explain }: SearchOptions) => {
  const wanted = question.slice(0, -1)
  const byLeg = { fused: ['x', wanted], bm25: [wanted, 'x'], similarity: ['x'] }
  const ids = byLeg[leg ?? 'fused'].filter((id) => !filters?.excludeDocuments?.includes(id))
  const z = { bm25: 0, similarity: 0, sentenceSimilarity: 0 }
  return ids.map((id, i) => ({
    ...passageOf(id, '文', i + 1),
    ...(explain && {
      signals: { bm25: 1, similarity: id === 'x' ? 0.5 : 0.9, sentenceSimilarity: 0, z, boost: 0 },
    }),
  }))
}

/** Refuses all, and says what it was asked. */
function createFakeAnswerer(): Answerer {
  return {
    async *answer() {},
    async answerWhole(question, { filters } = {}) {
      const without = filters?.excludeDocuments?.join()
      const message = without === undefined ? question : `${question} without ${without}`
      return { kind: 'refused', reason: 'no-evidence', message, missing: [], nearest: [] }
    },
  }
}

describe('askAll', () => {
  it('keeps rank, passages and duration of each question, in order, and tells how far it is', async () => {
    const progress: number[] = []
    const asked = await askAll({ searcher: createFakeSearcher(respond) }, [caseFor('a'), caseFor('b')], {
      topK: 10,
      onProgress: (done) => progress.push(done),
    })
    expect(asked.map((one) => [one.case.id, one.rank, one.passages.length])).toEqual([
      ['a', 2, 2],
      ['b', 2, 2],
    ])
    expect(asked[0]?.durationMs).toBeGreaterThanOrEqual(0)
    expect(progress).toEqual([1, 2])
  })

  it('asks by each signal alone when the legs are wanted', async () => {
    const searcher = createFakeSearcher(respond)
    const [one] = await askAll({ searcher }, [caseFor('a')], { topK: 10, legs: true })
    expect(one?.legRanks).toEqual({ bm25: 1, similarity: undefined })
    expect(searcher.calls.map(({ options }) => options.leg)).toEqual([undefined, 'bm25', 'similarity'])
  })

  it('has the answer given again without the relevant documents when the evidence is hidden', async () => {
    const parties = { searcher: createFakeSearcher(respond), answerer: createFakeAnswerer() }
    const [one] = await askAll(parties, [caseFor('a')], { topK: 10, hideEvidence: true })
    expect(one?.answer).toMatchObject({ kind: 'refused', message: 'a？' })
    expect(one?.hidden).toMatchObject({ kind: 'refused', message: 'a？ without a' })
  })

  it('asks an unanswerable question once and gives it no rank', async () => {
    const searcher = createFakeSearcher(respond)
    const [one] = await askAll({ searcher }, [caseFor('a', false)], {
      topK: 10,
      legs: true,
      hideEvidence: true,
    })
    expect(searcher.calls).toHaveLength(1)
    expect([one?.rank, one?.legRanks, one?.hidden]).toEqual([undefined, undefined, undefined])
  })

  it('stops at the next question when the signal fires', async () => {
    const stop = new AbortController()
    const searcher = createFakeSearcher(respond)
    const run = askAll({ searcher }, [caseFor('a'), caseFor('b')], {
      topK: 10,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    })
    await expect(run).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(searcher.calls).toHaveLength(1)
  })
})
