// Whether a total is asked for of which only parts are told.
import { describe, expect, it } from 'vitest'
import { missingTotal } from '../../../../src/answer/refusal/missing/missing-total.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

function asking(question: string, text: string) {
  return missingTotal(question, candidatesOf(passageWithSentences('a', text), [1]), () => [text])
}

describe('missingTotal', () => {
  it('names the part that is told in its place', () => {
    const missing = asking('农场2021年总收入多少？', '2021年农场门票收入30万元，停车收入2万元。')
    expect(missing?.zh).toEqual({
      missing: ['总收入'],
      message: '报告里有“门票收入”，但没有“总收入”。',
    })
    expect(missing?.en.message).toBe('The reports have “门票收入”, but not “总收入”.')
  })

  it.each([
    ['a total', '2021年总收入50万元，其中门票收入30万元。'],
    ['a sum under another name', '2021年门票收入30万元，各项收入合计50万元。'],
    ['no part of which it would be', '2021年农场收入50万元，全年收入增长一成。'],
    ['it after a verb', '农场去年实现收入50万元，其中门票收入30万元。'],
    ['nothing of the kind', '2021年农场支出50万元。'],
  ])('passes where the reports have %s', (_, text) => {
    expect(asking('农场2021年总收入多少？', text)).toBeUndefined()
  })

  it('is asked of totals alone', () => {
    expect(asking('农场门票收入多少？', '门票收入30万元。')).toBeUndefined()
    expect(asking('农场收入总共多少？', '门票收入30万元。')).toBeUndefined()
  })
})
