import { describe, expect, it } from 'vitest'
import { en, enErrors } from '../../../src/web/words/en.ts'
import { languageOf } from '../../../src/web/words/say.ts'
import { zh, zhErrors } from '../../../src/web/words/zh.ts'

describe('languageOf', () => {
  it.each([
    [['zh-CN', 'en'], 'zh'],
    [['en-GB', 'zh-TW'], 'zh'],
    [['en-US', 'en'], 'en'],
    [['de', 'en'], 'zh'],
    [[], 'zh'],
  ])('answers %j with %s', (asked, language) => {
    expect(languageOf(asked)).toBe(language)
  })
})

describe('the words', () => {
  it('say everything in both languages, and nothing twice as the other', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh))
    expect(Object.keys(enErrors)).toEqual(Object.keys(zhErrors))
    const han = /\p{Script=Han}/u
    const ofReports = new Set(['exampleOf', 'otherLanguage'])
    const untranslated = Object.entries(en).filter(
      ([key, words]) => !ofReports.has(key) && han.test(String(words)),
    )
    expect(untranslated).toEqual([])
  })
})
