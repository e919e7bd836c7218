import { describe, expect, it } from 'vitest'
import { parseNumeral, parseRoman } from '../../src/text/numerals.ts'

describe('parseNumeral', () => {
  it.each([
    ['7', 7],
    ['07', 7],
    ['七', 7],
    ['柒', 7],
    ['十', 10],
    ['十七', 17],
    ['二十', 20],
    ['廿一', 21],
    ['九十九', 99],
    ['一百零八', 108],
    ['贰拾叁', 23],
    ['二〇二四', 2024],
    ['', undefined],
    ['年', undefined],
    ['十十', undefined],
  ])('reads %s as %s', (numeral, value) => {
    expect(parseNumeral(numeral)).toBe(value)
  })
})

describe('parseRoman', () => {
  it.each([
    ['IV', 4],
    ['Ⅳ', 4],
    ['XII', 12],
    ['IIII', undefined],
  ])('reads %s as %s', (numeral, value) => {
    expect(parseRoman(numeral)).toBe(value)
  })
})
