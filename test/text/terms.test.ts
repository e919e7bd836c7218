import { describe, expect, it } from 'vitest'
import { foldText, lexicalKey } from '../../src/text/lexical-key.ts'
import { countTerms, termsOf } from '../../src/text/terms.ts'

const words = (text: string) => {
  const key = foldText(text)
  return termsOf(key).map(({ start, end }) => key.slice(start, end))
}

describe('termsOf', () => {
  it('reads every Han character and every pair of neighbours', () => {
    expect(words('门诊量')).toEqual(['门', '门诊', '诊', '诊量', '量'])
  })

  it('never pairs characters across punctuation or a blank', () => {
    expect(words('门，诊 量')).toEqual(['门', '诊', '量'])
  })

  it('keeps words and numbers whole and parts letters from digits', () => {
    expect(words('DRG入组 3.0T 23.35%')).toEqual(['drg', '入', '入组', '组', '3.0', 't', '23.35'])
  })

  it('gives a number with grouped thousands the same id as one without', () => {
    const [grouped] = termsOf('1,300')
    expect(termsOf('1300')[0]?.id).toBe(grouped?.id)
  })

  it('does not take a list of numbers for one number', () => {
    expect(termsOf('1,2')[0]?.id).not.toBe(termsOf('12')[0]?.id)
  })

  it('gives different terms different ids, beyond the first plane too', () => {
    const terms = termsOf('门诊，诊门，𠮷门 men zhen 12 13')
    expect(terms.map(({ kind }) => kind).slice(6, 9)).toEqual(['character', 'pair', 'character'])
    expect(new Set(terms.map(({ id }) => id)).size).toBe(10)
  })
})

describe('countTerms', () => {
  it('counts what occurs twice', () => {
    const [first] = termsOf('门')
    expect(countTerms('门诊门诊').get(first?.id ?? 0)).toBe(2)
  })
})

describe('lexicalKey', () => {
  it('makes script, width and case the same', () => {
    expect(foldText('連雲港ＡＢ１２')).toBe(foldText('连云港ab12'))
  })

  it('leads from every unit of the key back to the source', () => {
    const source = '约20㎡𠮷後'
    const { text, offsets } = lexicalKey(source)
    expect(text).toBe('约20m2𠮷后')
    expect([...offsets]).toEqual([0, 1, 2, 3, 3, 4, 4, 6, 7].map((offset, i) => (i === 6 ? 4 : offset)))
  })

  it('takes half of a surrogate pair for what it is', () => {
    expect(foldText('a\uD842b')).toBe('a\uD842b')
  })
})
