// Whether any number counts what a question counts.
import { describe, expect, it } from 'vitest'
import { missingNoun } from '../../../../src/answer/refusal/missing/missing-noun.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

const REPORT = '馆内有座位320个。'
const candidates = (text: string, nearness: number) =>
  candidatesOf(passageWithSentences('a', REPORT), [1]).map((one) => ({
    ...one,
    met: { mean: 0.3, least: 0.1, alone: 0, counted: [{ text, nearness }] },
  }))
const inEnglish = (chinese: readonly string[]) => ({
  kind: 'count' as const,
  noun: { text: 'satellites', chinese },
})
const inChinese = { kind: 'count' as const }
const texts = () => [REPORT]

describe('missingNoun', () => {
  it('says of what there is no number where no word beside one comes near the noun', () => {
    expect(missingNoun(inEnglish([]), candidates('satellites', 0.2), texts)).toEqual({
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
    expect(missingNoun(inEnglish([]), candidates('satellites', 0.35), texts)).toBeUndefined()
    expect(missingNoun(inEnglish(['卫星']), candidates('satellites', 0.2), texts)).toBeUndefined()
    expect(missingNoun(inChinese, [], texts)).toBeUndefined()
  })

  it('says of a Chinese word that the reports don’t have it where they have no number of anything near it', () => {
    expect(missingNoun(inChinese, candidates('志愿者', 0.35), texts)?.zh).toEqual({
      missing: ['志愿者'],
      message: '报告里没有出现“志愿者”，也没有找到意思相近的数字。',
    })
  })

  it('passes a Chinese word that the reports have, one near it, and one that they put otherwise', () => {
    expect(missingNoun(inChinese, candidates('座位', 0.35), texts)).toBeUndefined()
    expect(missingNoun(inChinese, candidates('志愿者', 0.45), texts)).toBeUndefined()
    const ofChildren = () => ['馆内有儿童座位320个。']
    expect(missingNoun(inChinese, candidates('孩子', 0.35), ofChildren)).toBeUndefined()
    expect(missingNoun(inChinese, candidates('孩子', 0.35), texts)?.zh.missing).toEqual(['孩子'])
    expect(missingNoun({ kind: 'name' }, candidates('志愿者', 0.35), texts)).toBeUndefined()
  })
})
