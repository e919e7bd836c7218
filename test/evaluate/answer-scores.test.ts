// Right or wrong, proved or not.
import { describe, expect, it } from 'vitest'
import { judgeAnswer, scoreAnswers } from '../../src/evaluate/answer-scores.ts'
import { answeredWith, refusedWith } from '../fixtures/answers.ts'

const TEXT = '床位１，２００张。员工900名。'
const wanted = { answerKeys: ['1,200张'], evidence: ['床位１，２００张'], isAnswerable: true }
const textOf = (id: string) => (id === 'a' ? TEXT : undefined)
const beds = { range: { start: 0, end: 10 }, quote: TEXT.slice(0, 10) }
const staff = { range: { start: 10, end: 17 }, quote: TEXT.slice(10, 17) }

describe('judgeAnswer', () => {
  it('finds a key whatever its width and white space', () => {
    expect(judgeAnswer(wanted, answeredWith('床位１，２００ 张。', [beds]), textOf)).toEqual({
      isAnswerable: true,
      isAnswered: true,
      isRight: true,
      characters: 10,
      proofs: [{ holdsEvidence: true, holdsKey: true }],
      unresolved: 0,
    })
  })

  it('counts citations that are not the words of the document, and marks without a citation', () => {
    const moved = { range: { start: 1, end: 11 }, quote: beds.quote }
    const answer = answeredWith('床位很多[7]。', [moved])
    expect(judgeAnswer(wanted, answer, textOf).unresolved).toBe(2)
  })

  it('leaves a refusal unjudged', () => {
    expect(judgeAnswer(wanted, refusedWith(0.1), textOf)).toMatchObject({ isAnswered: false, unresolved: 0 })
  })
})

describe('scoreAnswers', () => {
  it('takes accuracy over answered answerable questions and precision over their citations', () => {
    const judged = [
      judgeAnswer(wanted, answeredWith('床位1,200张。', [beds]), textOf),
      judgeAnswer(wanted, answeredWith('员工900名。', [staff, beds]), textOf),
      judgeAnswer(wanted, refusedWith(0.1), textOf),
      judgeAnswer({ ...wanted, isAnswerable: false }, answeredWith('员工900名。', [staff]), textOf),
    ]
    const scores = scoreAnswers(judged)
    expect(scores).toMatchObject({ accuracy: 0.5, citationRecall: 1, unresolved: 0 })
    expect(scores?.citationPrecision).toBeCloseTo(2 / 3)
  })

  it('is null when nothing was answered', () => {
    expect(scoreAnswers([judgeAnswer(wanted, refusedWith(0.1), textOf)])).toBe(null)
  })
})
