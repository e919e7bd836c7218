import { describe, expect, it } from 'vitest'
import { EVERYDAY_WORDS } from '../../src/search/everyday-words.ts'
import { foldText } from '../../src/text/lexical-key.ts'

describe('EVERYDAY_WORDS', () => {
  it('leads from every word to at least one other, all of them keys', () => {
    for (const [word, official] of EVERYDAY_WORDS) {
      expect(official.length, word).toBeGreaterThan(0)
      expect(official).not.toContain(word)
      expect([word, ...official].map(foldText)).toEqual([word, ...official])
    }
  })
})
