// Whether any number counts what an English question counts.
import { describe, expect, it } from 'vitest'
import { missingNoun } from '../../../src/answer/refusal/missing-noun.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const candidates = (counted: number) =>
  candidatesOf(passageWithSentences('a', '馆内有座位320个。'), [1]).map((one) => ({
    ...one,
    met: { mean: 0.3, least: 0.1, alone: 0, counted },
  }))
const asking = (chinese: readonly string[]) => ({
  kind: 'count' as const,
  noun: { text: 'satellites', chinese },
})

describe('missingNoun', () => {
  it('says of what there is no number where no word beside one comes near the noun', () => {
    expect(missingNoun(asking([]), candidates(0.2))).toEqual({
      reason: 'unknown-indicator',
      zh: {
        missing: ['satellites'],
        message: '报告里找到了相近的内容和数字，但没有一个是“satellites”的数量。',
      },
      en: {
        missing: ['satellites'],
        message: 'The reports have something close, with numbers, but none counts “satellites”.',
      },
    })
  })

  it('lets a near word pass, and leaves nouns of the dictionary to the kinds of answers', () => {
    expect(missingNoun(asking([]), candidates(0.45))).toBeUndefined()
    expect(missingNoun(asking(['卫星']), candidates(0.2))).toBeUndefined()
    expect(missingNoun({ kind: 'count' }, candidates(0.2))).toBeUndefined()
  })
})
