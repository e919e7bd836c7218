// Words of English questions in the words of reports.
import { describe, expect, it } from 'vitest'
import { englishWordsOf } from '../../src/search/english-phrases.ts'
import { ENGLISH_WORDS } from '../../src/search/english-words.ts'

const found = (question: string) => englishWordsOf(question).map(({ text, chinese }) => [text, chinese[0]])

describe('englishWordsOf', () => {
  it('takes the longest phrase at each place, and plurals for singulars', () => {
    expect(found('how many operating rooms and party branches')).toEqual([
      ['operating rooms', '手术室'],
      ['party branches', '党支部'],
    ])
    expect(found('deliveries of babies')).toEqual([
      ['deliveries', '出生'],
      ['babies', '婴儿'],
    ])
  })

  it('passes over what the dictionary lacks', () => {
    expect(found('does the zyx own satellites')).toEqual([])
  })

  it('has only Chinese words, in simplified script, for words in lower case', () => {
    for (const [english, chinese] of ENGLISH_WORDS) {
      expect(english).toMatch(/^[a-z' ]+$/u)
      expect(chinese.length).toBeGreaterThan(0)
      for (const word of chinese) expect(word).toMatch(/^\p{Script=Han}+$/u)
    }
  })
})
