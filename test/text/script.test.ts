import { describe, expect, it } from 'vitest'
import { simplify, simplifyUnit } from '../../src/text/script.ts'

const simplified = (text: string) =>
  String.fromCharCode(...[...text].map((character) => simplifyUnit(character.charCodeAt(0))))

describe('simplifyUnit', () => {
  it('gives the simplified form of a traditional character', () => {
    expect(simplified('醫學臺後')).toBe('医学台后')
  })

  it('leaves simplified characters, letters and halves of pairs alone', () => {
    expect(simplified('医a。')).toBe('医a。')
    expect(simplifyUnit(0xd842)).toBe(0xd842)
  })
})

describe('simplify', () => {
  it('changes the script alone, unit for unit', () => {
    expect(simplify('The 𠮷野 報告，第Ⅱ卷')).toBe('The 𠮷野 报告，第Ⅱ卷')
  })
})
