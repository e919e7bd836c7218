import { describe, expect, it } from 'vitest'
import { nameKey, nameKeyWithOffsets } from '../../../src/search/routing/name-key.ts'

describe('nameKey', () => {
  it('makes digits, script, quotes and blanks the same', () => {
    expect(nameKey('青石市第2人民醫院')).toBe('青石市第二人民医院')
    expect(nameKey('“青石” 12 院')).toBe('青石十二院')
    expect([20, 21, 10, 0].map((value) => nameKey(String(value)))).toEqual(['二十', '二十一', '十', '〇'])
  })

  it('leaves years and figures alone', () => {
    expect(nameKey('2024年增长3.5%')).toBe('2024年增长3.5%')
  })
})

describe('nameKeyWithOffsets', () => {
  it('leads back to the source where quotes are gone and numbers were rewritten', () => {
    const source = '在“青石”12院看病'
    const { text, offsets } = nameKeyWithOffsets(source)
    const start = text.indexOf('青石十二院')
    expect(source.slice(offsets[start], offsets[start + 5])).toBe('青石”12院')
    expect(offsets.at(-1)).toBe(source.length)
  })
})
