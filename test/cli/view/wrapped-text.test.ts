// Text on a terminal: widths, breaks, marks.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clipToWidth,
  displayWidth,
  emphasise,
  printable,
  wrapLines,
} from '../../../src/cli/view/wrapped-text.ts'

const linesOf = (text: string, width: number) =>
  wrapLines(text, width).map(({ start, end }) => text.slice(start, end))

describe('displayWidth', () => {
  it('gives Chinese two columns, Latin one, combining marks none', () => {
    expect(displayWidth('问a，e\u0301')).toBe(6)
  })
})

describe('wrapLines', () => {
  it('breaks between Chinese characters', () => {
    expect(linesOf('一二三四五六七', 6)).toEqual(['一二三', '四五六', '七'])
  })

  it('keeps Latin words and numbers whole and drops the blank at the break', () => {
    expect(linesOf('增长12.5%到年底 total beds', 10)).toEqual(['增长12.5%', '到年底', 'total beds'])
  })

  it('lets a closing mark hang over the edge rather than begin a line', () => {
    expect(linesOf('一二三。四', 6)).toEqual(['一二三。', '四'])
  })

  it('cuts a word that is longer than the line', () => {
    expect(linesOf('abcdefgh', 3)).toEqual(['abc', 'def', 'gh'])
  })

  it('ends lines where the text does, and leaves empty ones out', () => {
    expect(linesOf('一二\n\n三四五六', 6)).toEqual(['一二', '三四五', '六'])
  })

  it('has no lines for no text', () => {
    expect(linesOf('', 10)).toEqual([])
  })

  it('keeps every character but blanks, in order, and each line within the width but for closing marks', () => {
    const character = fc.constantFrom('一', '二', 'a', 'b', '1', ' ', '，', '。', '（')
    fc.assert(
      fc.property(fc.array(character), fc.integer({ min: 2, max: 20 }), (characters, width) => {
        const text = characters.join('')
        const lines = linesOf(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines)
          expect(displayWidth(line.replace(/[，。 ]+$/u, ''))).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('emphasise', () => {
  it('marks the part of each range that lies in the line', () => {
    const marked = emphasise(
      '零一二三四五',
      { start: 1, end: 5 },
      [
        { start: 0, end: 2 },
        { start: 4, end: 6 },
      ],
      (s) => `[${s}]`,
    )
    expect(marked).toBe('[一]二三[四]')
  })
})

describe('printable', () => {
  it('keeps a report from steering the terminal, length and all else the same', () => {
    expect(printable('a\u001B[2Jb\u202Ec\n')).toBe('a [2Jb c ')
  })
})

describe('clipToWidth', () => {
  it('leaves what fits and marks what was cut, within the width', () => {
    expect(clipToWidth('一二三', 6)).toBe('一二三')
    expect(clipToWidth('一二三四', 6)).toBe('一二…')
  })
})
