import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readStatement } from '../../../src/answer/model/statement.ts'

const wordsOf = (sentence: string) => readStatement(sentence, 4).words

describe('readStatement', () => {
  it('takes off what dresses the words', () => {
    expect(wordsOf('- **藏书**`82`万册[1]。')).toBe('藏书82万册。')
    expect(wordsOf('2. 根据引文[2]，接待读者36.5万人次。')).toBe('接待读者36.5万人次。')
    expect(wordsOf('<b onclick="x()">藏书</b>82万册&nbsp;多。')).toBe('藏书82万册 多。')
    expect(wordsOf('见[年报](https://example.org)第一页。')).toBe('见年报第一页。')
    expect(wordsOf('## 小结')).toBe('')
    expect(wordsOf('---')).toBe('')
  })

  it('keeps signs that are no markup', () => {
    expect(wordsOf('P<0.05，a*b=2，3.5万人次。')).toBe('P<0.05，a*b=2，3.5万人次。')
  })

  it('finds what hides inside what it takes out', () => {
    expect(readStatement('藏书[**1**]。', 4)).toEqual({ words: '藏书。', cited: [1], unresolved: 0 })
    expect(wordsOf('藏书<[1]script>alert(1)</[2]script>。')).not.toMatch(/</)
  })

  it('leaves neither a tag nor a marker, whatever comes', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'b',
      'script',
      '[',
      ']',
      '1',
      '**',
      '`',
      '(',
      ')',
      'http://x',
      '&lt;',
      '!',
      '字',
      ' ',
      '_',
      '#',
      '^',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { words } = readStatement(pieces.join(''), 4)
        expect(words).not.toMatch(/<[/!a-z]|[[［【]\s*\^?\d/iu)
      }),
      { numRuns: 2_000 },
    )
  })
})
