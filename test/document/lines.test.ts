import { describe, expect, it } from 'vitest'
import { readLines } from '../../src/document/lines.ts'

describe('readLines', () => {
  it('records number, range, indent, width and the room above each line', () => {
    const text = '标题\n\n\u00a0\n\u3000\u3000正文abc \n'
    const [first, second] = readLines(text)
    expect(first).toMatchObject({ number: 1, start: 0, end: 2, blanksBefore: 0, spaceOnlyBefore: false })
    expect(second).toMatchObject({
      number: 4,
      text: '正文abc',
      indent: 4,
      width: 7,
      blanksBefore: 2,
      spaceOnlyBefore: true,
    })
    expect(text.slice(second!.start, second!.end)).toBe('正文abc')
  })

  it.each([
    ['甲\t乙\t丙', 3],
    ['| 甲 | 乙 |', 2],
    ['甲 | 乙 | 丙', 3],
    ['甲    乙', 2],
    ['甲 乙', 1],
  ])('counts the cells of %s', (line, cells) => {
    expect(readLines(line)[0]!.cells).toBe(cells)
  })
})
