import { describe, expect, it } from 'vitest'
import { missingFrom, nothingFound, refuseIdleTalk } from '../../../src/answer/refusal/refuse.ts'

describe('nothingFound', () => {
  it('speaks the language of the question', () => {
    const passages = [] as const
    expect(nothingFound({ question: '有几匹马？', passages }, ['马']).message).toBe(
      '报告里没有找到足以回答这个问题的内容（文中没有出现“马”）。',
    )
    expect(nothingFound({ question: 'How many horses?', passages }, ['horses']).message).toBe(
      'Nothing was found in the reports that answers this question (“horses” stands in none of them).',
    )
  })
})

describe('missingFrom', () => {
  it('tells what is missing in the language of the question', () => {
    const missing = {
      reason: 'unknown-year',
      zh: { missing: ['2020年'], message: '没有2020年。' },
      en: { missing: ['2020'], message: 'Nothing for 2020.' },
    } as const
    expect(missingFrom(missing, { question: '2020年呢？', passages: [] })).toMatchObject(missing.zh)
    expect(missingFrom(missing, { question: 'And in 2020?', passages: [] })).toMatchObject(missing.en)
  })
})

describe('refuseIdleTalk', () => {
  it.each([
    ['你好', '这不是一个问题'],
    ['hello!', 'This is no question'],
    ['😀', '这不是一个问题'],
  ])('answers %s in its language', (question, words) => {
    expect(refuseIdleTalk(question)?.message).toContain(words)
  })

  it('lets a question pass', () => {
    expect(refuseIdleTalk('How many?')).toBe(undefined)
  })
})
