import { describe, expect, it } from 'vitest'
import { romanise, syllableOf, toneOf } from '../../src/text/pinyin.ts'

describe('romanise', () => {
  it('writes the syllables of a place together, read by context', () => {
    expect(romanise('重庆')).toBe('chongqing')
    expect(romanise('吕梁')).toBe('luliang')
  })
})

describe('syllableOf', () => {
  it('gives homophones the same syllable', () => {
    expect(syllableOf('州')).toBe(syllableOf('洲'))
    expect(syllableOf('附')).toBe(syllableOf('付'))
  })

  it('leaves what has no reading alone', () => {
    expect(syllableOf('7')).toBe('7')
  })
})

describe('toneOf', () => {
  it('tells homophones apart by their tone', () => {
    expect(['州', '洲', '宙'].map(toneOf)).toEqual([1, 1, 4])
    expect(toneOf('7')).toBe(0)
  })
})
