// Whether what was really reached is asked for, and only what is planned is told.
import { describe, expect, it } from 'vitest'
import { missingActual } from '../../../../src/answer/refusal/missing/missing-actual.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

function asking(question: string, text: string) {
  return missingActual(question, candidatesOf(passageWithSentences('a', text), [1]))
}

describe('missingActual', () => {
  it('says that there is a plan only', () => {
    const missing = asking('农场2025年实际收了多少吨苹果？', '2025年力争收苹果300吨。')
    expect(missing?.reason).toBe('unknown-indicator')
    expect(missing?.zh).toEqual({
      missing: ['实际'],
      message: '报告里只有计划或目标，没有实际的情况。',
    })
  })

  it.each([
    ['what was reached', '农场实际收了多少吨苹果？', '计划收苹果300吨，实际收了280吨。'],
    ['no plan', '农场实际收了多少吨苹果？', '农场收苹果280吨。'],
    ['a plan that is asked for', '计划收多少吨、实际收了多少吨苹果？', '计划收苹果300吨。'],
    ['a plan where nothing real is asked for', '2025年收多少吨苹果？', '2025年力争收苹果300吨。'],
  ])('passes %s', (_, question, text) => {
    expect(asking(question, text)).toBeUndefined()
  })
})
