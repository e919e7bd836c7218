// The number of all isn't told for that of some.
import { describe, expect, it } from 'vitest'
import { narrowedOnly } from '../../../../src/answer/likelihood/narrowed-only.ts'
import { narrowings } from '../../../../src/answer/question/narrowed.ts'
import { missingNarrowed } from '../../../../src/answer/refusal/missing/missing-narrowed.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

const women = narrowings('女馆员有多少人？')

function candidates(text: string) {
  const all = candidatesOf(passageWithSentences('a', text), [0.6, 0.4])
  return narrowedOnly(
    women,
    all.map((one) => ({ ...one, fit: 1, overlap: 0.5 })),
  )
}

describe('narrowedOnly', () => {
  it('lets only sentences answer that say of whom, themselves or by the one before', () => {
    expect(candidates('馆员共30人。其中女馆员12人。').map(({ fit }) => fit)).toEqual([0, 1])
    expect(candidates('女馆员越来越多。今年共30人。').map(({ fit }) => fit)).toEqual([1, 1])
  })
})

describe('missingNarrowed', () => {
  it('says of whom there is no number', () => {
    expect(missingNarrowed(women, candidates('馆员共30人。有座位80个。'))).toMatchObject({
      reason: 'unknown-indicator',
      zh: { missing: ['女'], message: '报告里有相近的数字，但没有单独说到“女”的。' },
    })
  })

  it('says nothing where they are told of, or nothing narrows', () => {
    expect(missingNarrowed(women, candidates('馆员共30人。其中女馆员12人。'))).toBeUndefined()
    expect(missingNarrowed([], candidates('馆员共30人。有座位80个。'))).toBeUndefined()
  })
})
