import { describe, expect, it } from 'vitest'
import { sendsQuestion } from '../../../src/web/conversation/sends-question.ts'

const ENTER = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 }

describe('sendsQuestion', () => {
  it('sends by Enter', () => {
    expect(sendsQuestion(ENTER)).toBe(true)
  })

  it.each([
    ['Shift is held', { shiftKey: true }],
    ['an input method is composing', { isComposing: true }],
    ['an input method took the key, as Safari says it', { keyCode: 229 }],
    ['it is another key', { key: 'a', keyCode: 65 }],
  ])('does not when %s', (_, change) => {
    expect(sendsQuestion({ ...ENTER, ...change })).toBe(false)
  })
})
