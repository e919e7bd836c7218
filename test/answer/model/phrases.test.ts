import { describe, expect, it } from 'vitest'
import { isDecline, isFiller, withoutAttribution } from '../../../src/answer/model/phrases.ts'

describe('isDecline', () => {
  it.each([
    '报告中没有。',
    '报告中没有提到藏书量。',
    '根据提供的资料，无法确定其人数。',
    '抱歉，我无法回答这个问题。',
    '引文未说明具体日期。',
    '没有找到相关信息。',
    'The reports do not say.',
    'I cannot determine this from the quotations.',
  ])('knows %s', (sentence) => expect(isDecline(sentence)).toBe(true))

  it.each([
    '该馆没有分馆。',
    '全年未发生安全事故。',
    '报告期内接待读者36.5万人次。',
    'The library has no branch.',
  ])('takes %s for a statement', (sentence) => expect(isDecline(sentence)).toBe(false))
})

describe('isFiller', () => {
  it.each([
    '好的，',
    '答案：',
    '参考资料：',
    '以下是主要内容：',
    '希望对您有帮助！',
    '您想了解哪家？',
    '……',
    'Sure, here is the answer:',
  ])('knows %s', (sentence) => expect(isFiller(sentence)).toBe(true))

  it.each(['馆长是周明远。', '36.5万人次', '说明书共3册。'])('keeps %s', (sentence) =>
    expect(isFiller(sentence)).toBe(false),
  )
})

describe('withoutAttribution', () => {
  it('leaves out where a statement comes from', () => {
    expect(withoutAttribution('根据引文，馆藏82万册。')).toBe('馆藏82万册。')
    expect(withoutAttribution('因此，馆藏82万册。')).toBe('馆藏82万册。')
    expect(withoutAttribution('馆藏82万册。')).toBe('馆藏82万册。')
  })
})
