// Whether any number counts what a question counts.
import { describe, expect, it } from 'vitest'
import { missingNoun } from '../../../src/answer/refusal/missing-noun.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const REPORT = '馆内有座位320个。'
const candidates = (counted: number) =>
  candidatesOf(passageWithSentences('a', REPORT), [1]).map((one) => ({
    ...one,
    met: { mean: 0.3, least: 0.1, alone: 0, counted },
  }))
const asking = (chinese: readonly string[]) => ({
  kind: 'count' as const,
  noun: { text: 'satellites', chinese },
})
const texts = () => [REPORT]

describe('missingNoun', () => {
  it('says of what there is no number where no word beside one comes near the noun', () => {
    const question = 'how many satellites are there?'
    expect(missingNoun(asking([]), question, candidates(0.2), texts)).toEqual({
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
    const question = 'how many satellites are there?'
    expect(missingNoun(asking([]), question, candidates(0.45), texts)).toBeUndefined()
    expect(missingNoun(asking(['卫星']), question, candidates(0.2), texts)).toBeUndefined()
    expect(missingNoun({ kind: 'count' }, 'how many are there?', candidates(0.2), texts)).toBeUndefined()
  })

  it('says of a Chinese noun that the reports don’t have it where they have no word near it either', () => {
    const missing = missingNoun({ kind: 'count' }, '馆里有多少名志愿者？', candidates(0.3), texts)
    expect(missing?.zh).toEqual({
      missing: ['志愿者'],
      message: '报告里没有出现“志愿者”，也没有意思相近的数字。',
    })
    expect(missingNoun({ kind: 'money' }, '去年总收入多少？', candidates(0.3), texts)?.zh.missing).toEqual([
      '收入',
    ])
  })

  it('passes a Chinese noun that the reports have, one near it, and one that reports put otherwise', () => {
    expect(missingNoun({ kind: 'count' }, '馆里有多少座位？', candidates(0.3), texts)).toBeUndefined()
    expect(missingNoun({ kind: 'count' }, '馆里有多少名志愿者？', candidates(0.45), texts)).toBeUndefined()
    expect(missingNoun({ kind: 'count' }, '馆里有多少孩子？', candidates(0.3), texts)).toBeUndefined()
    expect(missingNoun({ kind: 'name' }, '馆里有多少名志愿者？', candidates(0.3), texts)).toBeUndefined()
  })
})
