import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold } from '../../src/verify/fold.ts'
import { anyText } from '../fixtures/any-text.ts'

describe('fold', () => {
  it('makes width, case, script and quotation marks equal', () => {
    expect(fold('「醫院」發展黨員７３名，ＳＣＩ論文')).toBe('“医院”发展党员73名,sci论文')
  })

  it('treats 著 and 着 as one character', () => {
    expect(fold('統治著')).toBe(fold('统治着'))
  })

  it('keeps the length of any string, lone surrogates included, and is its own fixed point', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        expect(fold(text).length).toBe(text.length)
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
    expect(fold('\ud800中')).toBe('\ud800中')
  })
})
