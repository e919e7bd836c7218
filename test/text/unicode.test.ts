import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  displayWidth,
  isHan,
  isInvisible,
  normaliseText,
  plainView,
  shownName,
} from '../../src/text/unicode.ts'

describe('normaliseText', () => {
  it('drops the byte-order mark, makes every line end one newline and composes characters', () => {
    expect(normaliseText('\ufeff甲\r\n乙\r丙\u2028丁\u0065\u0301')).toBe('甲\n乙\n丙\n丁é')
  })

  it('parts marks without end on one letter, for which it would take the square of their number to order them', () => {
    const pairs = (count: number) => '\u0301\u0323'.repeat(count)
    expect(normaliseText(`甲${pairs(7)}乙`)).toBe(`甲${'\u0323'.repeat(7)}${'\u0301'.repeat(7)}乙`)
    const [first, ...others] = normaliseText(`甲${pairs(50_000)}乙`).split('\u034f')
    expect(first).toBe(`甲${'\u0323'.repeat(15)}${'\u0301'.repeat(15)}`)
    expect(others).toHaveLength(3333)
    expect(normaliseText(`甲${pairs(50)}`)).toBe(normaliseText(normaliseText(`甲${pairs(50)}`)))
  })

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normaliseText(`x${text}`)
        expect(normaliseText(once)).toBe(once)
      }),
    )
  })
})

describe('plainView', () => {
  it('makes every blank a space, trims the ends and drops what has no picture', () => {
    expect(plainView('\u3000\u00a0一\u3000二\t三\u200b\u202e\ufeff ')).toBe('一 二 三')
  })

  it('leaves out exactly the invisible characters between blanks', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const kept = Array.from(text).filter((character) => !isInvisible(character) && /\S/.test(character))
        expect(plainView(text).replaceAll(/\s/g, '')).toBe(kept.join(''))
      }),
    )
  })
})

describe('shownName', () => {
  it('is one line without control characters and marks of direction', () => {
    expect(shownName(' 年\u0000\u001b[1m\n报\u2028\u202e.txt\u0085')).toBe('年 [1m 报 .txt')
  })
})

describe('isHan', () => {
  it.each([
    ['中', true],
    ['〇', true],
    ['a', false],
    ['，', false],
    [undefined, false],
  ])('answers for %s', (character, expected) => {
    expect(isHan(character)).toBe(expected)
  })
})

describe('displayWidth', () => {
  it('counts two columns for a Chinese or full-width character and one for others', () => {
    expect(displayWidth('一二（3）ab')).toBe(2 + 2 + 2 + 1 + 2 + 2)
  })
})
