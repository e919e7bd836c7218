import { describe, expect, it } from 'vitest'
import { expectedAnswer } from '../../../src/search/rank/answer-type.ts'

describe('expectedAnswer', () => {
  it.each([
    ['一共有多少名党员？', '发展党员73名', '党员队伍不断壮大'],
    ['多少人參加了培訓？', '共有二十余名骨干参加', '骨干积极参加'],
    ['满意度占比是多少？', '占比达90%', '占比有所提高'],
    ['会议是哪一天开的？', '10月12日召开', '会议顺利召开'],
    ['是哪一年改名的？', '2012年更名', '更名后焕然一新'],
    ['走过了多少年？', '走过了114年', '2022年工作顺利'],
    ['书记是谁？', '党委书记:张三丰介绍', '党委高度重视'],
    ['How many papers were published?', '发表论文1300余篇', '发表论文多篇'],
    ['What percentage of cases was it?', '占45.76%', '共45例'],
  ])('%s', (question, answer, other) => {
    const holds = expectedAnswer(question)
    expect(holds?.(answer)).toBe(true)
    expect(holds?.(other)).toBe(false)
  })

  it('expects nothing of a question that asks for no such thing', () => {
    expect(expectedAnswer('党建工作有哪些做法？')).toBeUndefined()
  })
})
