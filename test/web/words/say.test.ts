import { afterEach, describe, expect, it } from 'vitest'
import { ServiceError } from '../../../src/web/service/service-error.ts'
import { en, enErrors } from '../../../src/web/words/en.ts'
import { faultWords, languageOf } from '../../../src/web/words/say.ts'
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

describe('faultWords', () => {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'document')
  const reading = (lang: string) =>
    Object.defineProperty(globalThis, 'document', {
      value: { documentElement: { lang } },
      configurable: true,
    })

  afterEach(() => {
    if (before === undefined) Reflect.deleteProperty(globalThis, 'document')
    else Object.defineProperty(globalThis, 'document', before)
  })

  it('says in Chinese what the service says in English, where the page is Chinese', () => {
    reading('zh-CN')
    expect(faultWords(new ServiceError('bad-input', 'The question is empty.'))).toBe(zh.notTaken)
    expect(faultWords(new ServiceError('unsupported-media-type', 'Expected JSON.'))).toBe(zh.notTaken)
  })

  it('passes on what the service says in the language of the page', () => {
    reading('zh-CN')
    expect(faultWords(new ServiceError('bad-input', '文件是空的。', { hint: '请换一个文件。' }))).toContain(
      '文件是空的',
    )
    reading('en')
    expect(faultWords(new ServiceError('bad-input', 'The question is empty.'))).toContain(
      'The question is empty.',
    )
  })
})
