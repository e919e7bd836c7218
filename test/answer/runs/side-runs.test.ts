// Two things compared, each told somewhere else.
import { describe, expect, it } from 'vitest'
import { sideRuns } from '../../../src/answer/runs/side-runs.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '图书馆建于1962年。借阅38万册。办讲座48次。多年来办展览22次。')
const candidates = candidatesOf(passage, [0.1, 0.5, 0.2, 0.2])
const textsOf = (question: string) =>
  sideRuns(question, candidates)?.map((run) => run.map(({ sentence }) => sentence.text).join(''))

describe('sideRuns', () => {
  it('gives the sentence of each of the two things', () => {
    expect(textsOf('讲座比展览多多少次？')).toEqual(['办讲座48次。', '多年来办展览22次。'])
  })

  it('leaves it to the ranking where one side is only a year', () => {
    expect(textsOf('借阅比2022年多了多少册？')).toBe(undefined)
    expect(textsOf('借阅比上年多多少册？')).toBe(undefined)
  })
})
