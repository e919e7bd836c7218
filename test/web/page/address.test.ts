import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressedQuestion, addressOf } from '../../../src/web/page/address.ts'

describe('addressedQuestion', () => {
  it('reads what addressOf writes, whatever was asked', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 }).filter((given) => given.trim() === given)
    const asked = fc.oneof(
      fc.record({ kind: fc.constant('answer' as const), question: text, documentId: text }),
      fc.record({ kind: fc.constant('answer' as const), question: text }),
      fc.record({ kind: fc.constant('search' as const), question: text, organisation: text }),
      fc.record({ kind: fc.constant('search' as const), question: text }),
    )
    fc.assert(
      fc.property(asked, (given) => {
        expect(addressedQuestion(addressOf(given))).toEqual(given)
      }),
    )
  })

  it.each(['', '#', '#q=', '#q=%20', '#somewhere'])('finds no question in “%s”', (hash) => {
    expect(addressedQuestion(hash)).toBeUndefined()
    expect(addressOf(undefined)).toBe('')
  })
})
