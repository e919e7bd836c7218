// What holds the kind of thing asked for, before what doesn't.
import { describe, expect, it } from 'vitest'
import { fittingFirst, fittingRuns } from '../../../src/answer/likelihood/fitting.ts'
import type { Candidate } from '../../../src/answer/likelihood/likelihood.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '去年没有添座位。现有座位80个。')

/** The first holds no number, the second does; each with its share of the words asked about. */
function candidates(
  likelihoods: readonly [number, number],
  overlaps: readonly [number, number] = [0.5, 0.5],
) {
  return candidatesOf(passage, likelihoods).map((one) => ({
    ...one,
    fit: one.index,
    overlap: overlaps[one.index] ?? 0,
  }))
}

const indexesOf = (runs: readonly (readonly Candidate[])[]) =>
  runs.map((run) => run.map(({ index }) => index))

describe('fittingRuns', () => {
  const answered = (all: readonly Candidate[]) => indexesOf(fittingRuns([all.slice(0, 1)], all))

  it('takes the sentence that holds it where the chosen one does not', () => {
    expect(answered(candidates([0.4, 0.35]))).toEqual([[1]])
  })

  it('leaves what was chosen where the other is less than half as likely', () => {
    expect(answered(candidates([0.4, 0.15]))).toEqual([[0]])
  })

  it('leaves what was chosen where the other holds fewer of the words asked about, or hardly any', () => {
    expect(answered(candidates([0.4, 0.35], [1, 0.6]))).toEqual([[0]])
    expect(answered(candidates([0.4, 0.35], [0.1, 0.2]))).toEqual([[0]])
  })
})

describe('fittingFirst', () => {
  const asked = { kind: 'count' } as const

  it('puts a sentence without a number back where the question is in another language', () => {
    const ranked = fittingFirst(asked, true, candidates([0.6, 0.4]))
    expect(ranked.map(({ index }) => index)).toEqual([1, 0])
    expect(ranked.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1, 10)
  })

  it('leaves the order as it is where the question is in the language of the reports', () => {
    expect(fittingFirst(asked, false, candidates([0.6, 0.4])).map(({ index }) => index)).toEqual([0, 1])
  })
})
