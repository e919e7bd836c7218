import { describe, expect, it } from 'vitest'
import { languageOf } from '../../src/text/language.ts'

describe('languageOf', () => {
  it.each([
    ['共有多少张床位？', 'zh'],
    ['開展了義診嗎', 'zh'],
    ['How many beds does 内科 have?', 'zh'],
    ['How many beds are there?', 'en'],
    ['2024', 'en'],
    ['？。', 'en'],
  ])('takes for Chinese what holds a Chinese character: %s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})
