// Of whom alone a number is asked for.
import { describe, expect, it } from 'vitest'
import { isNarrowed, narrowings } from '../../../src/answer/question/narrowed.ts'

const wordsOf = (question: string) => narrowings(question).map(({ word }) => word)

describe('narrowings', () => {
  it.each([
    ['女馆员有多少人？', ['女']],
    ['中级职称的馆员有几位', ['中级']],
    ['有多少名博士馆员', ['博士']],
    ['有几位博士后', ['博士后']],
    ['退休党员有多少人', ['党员', '退休']],
    ['民办书店有多少家', ['民办']],
    ['How many female librarians are there?', ['female']],
  ])('%s', (question, words) => {
    expect(wordsOf(question)).toEqual(words)
  })

  it.each(['有多少馆员？', '党员服务队有几支？', '高级别会议开了几次？', 'How many books are there?'])(
    'finds none: %s',
    (question) => {
      expect(wordsOf(question)).toEqual([])
    },
  )
})

describe('isNarrowed', () => {
  it('knows the names of a level, and takes no other level for it', () => {
    expect(isNarrowed(narrowings('正高职称有几人'), ['研究馆员6人'])).toBe(true)
    expect(isNarrowed(narrowings('正高职称有几人'), ['副教授6人'])).toBe(false)
    expect(isNarrowed(narrowings('硕士有几人'), ['研究生学历6人'])).toBe(true)
    expect(isNarrowed(narrowings('硕士有几人'), ['本科学历6人'])).toBe(false)
    expect(isNarrowed(narrowings('女馆员有几人'), ['馆员30人，其中女性6人'])).toBe(true)
  })

  it('takes any of several beside each other', () => {
    expect(isNarrowed(narrowings('男馆员和女馆员各有几人'), ['女馆员6人'])).toBe(true)
    expect(isNarrowed(narrowings('男馆员和女馆员各有几人'), ['馆员6人'])).toBe(false)
  })

  it('wants all that narrows', () => {
    expect(isNarrowed(narrowings('退休党员有几人'), ['党员6人'])).toBe(false)
    expect(isNarrowed(narrowings('退休党员有几人'), ['退休职工', '党员6人'])).toBe(true)
  })
})
