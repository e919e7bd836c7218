// Texts that differ in blanks only are the same.
import { describe, expect, it } from 'vitest'
import { squeeze } from '../../src/evaluate/squeeze.ts'

describe('squeeze', () => {
  it('takes out every blank of Unicode, the zero-width ones too', () => {
    expect(squeeze('甲\t乙\u00A0丙\u3000丁\u2028戊\u200B己\u0085庚\u2060辛\uFEFF壬\u202F癸')).toBe(
      '甲乙丙丁戊己庚辛壬癸',
    )
  })

  it('brings the text to its composed form', () => {
    expect(squeeze('e\u0301 a')).toBe('\u00E9a')
  })
})
