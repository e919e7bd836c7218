import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/verify/fold.ts'
import { tokenise } from '../../src/verify/tokens.ts'
import { anyText } from '../fixtures/any-text.ts'

const keys = (text: string, date?: string) => tokenise(fold(text), date).map(({ key }) => key.trim())

describe('tokenise', () => {
  it('gives a quantity with its unit one token, whatever way it is written', () => {
    expect(keys('共2.9万名')).toEqual(keys('共29,000人'))
    expect(keys('共两万九千位')).toEqual(keys('共29000名'))
    expect(keys('占百分之九十')).toEqual(keys('占90%'))
  })

  it('keeps Latin words whole and parts them from quantities', () => {
    expect(keys('COVID-19患者')).toEqual(['covid-19', '患', '者'])
    expect(keys('GDP4.8亿元')).toEqual(['gdp', 'count 480000000  元'])
  })

  it('lends the first number of a range the unit of the second', () => {
    expect(keys('2018-2020年')).toEqual(['count 2018  年', 'count 2020  年'])
    expect(keys('3-5个')).toEqual(['count 3  个', 'count 5  个'])
  })

  it('reads the numerals of a score as numbers', () => {
    expect(keys('以五比二')).toEqual(keys('以5比2'))
  })

  it('reads 今年 as a year where the date of the text is known', () => {
    expect(keys('今年完成', '2024-05-01')).toEqual(keys('2024年完成'))
    expect(keys('今年完成')).toEqual(['今', '年', '完', '成'])
  })

  it('counts clauses at commas and sentences at full stops', () => {
    const tokens = tokenise('甲,乙。丙')
    expect(tokens.map(({ clause, sentence }) => [clause, sentence])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ])
  })

  it('keeps 1,300 and 12:30 in one clause', () => {
    expect(new Set(tokenise('1,300篇于12:30').map(({ clause }) => clause)).size).toBe(1)
  })

  it('numbers the words of the dictionary', () => {
    const [a, b, c] = tokenise('医院院').map(({ word }) => word)
    expect([a === b, b === c]).toEqual([true, false])
  })

  it('covers any string in order without overlap', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const folded = fold(text)
        const tokens = tokenise(folded)
        expect(tokens.every(({ start, end }, i) => start < end && start >= (tokens[i - 1]?.end ?? 0))).toBe(
          true,
        )
        expect(tokens.every(({ end }) => end <= folded.length)).toBe(true)
      }),
    )
  })
})
