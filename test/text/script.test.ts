import { describe, expect, it } from 'vitest'
import { simplifyUnit } from '../../src/text/script.ts'

const simplify = (character: string) => String.fromCharCode(simplifyUnit(character.charCodeAt(0)))

describe('simplifyUnit', () => {
  it('gives the simplified form of a traditional character', () => {
    expect([...'醫學臺後'].map(simplify).join('')).toBe('医学台后')
  })

  it('leaves simplified characters, letters and halves of pairs alone', () => {
    expect([...'医a。'].map(simplify).join('')).toBe('医a。')
    expect(simplifyUnit(0xd842)).toBe(0xd842)
  })
})
