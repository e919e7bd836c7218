import { describe, expect, it } from 'vitest'
import { captionAbove } from '../../src/text/caption-above.ts'

const TEXT = '图1 阅览室\n表1 借阅量\n\n部门 | 册数\n借阅部 | 120\n读者增加。\n楼层 | 座位\n表2 座位'

const captions = ['图1 阅览室', '表1 借阅量', '表2 座位'].map((text) => {
  const start = TEXT.indexOf(text)
  return { text, range: { start, end: start + text.length } }
})
const aboveOf = (line: string) => captionAbove({ text: TEXT, captions }, TEXT.indexOf(line))

describe('captionAbove', () => {
  it('gives the nearest caption above, over blank lines', () => {
    expect(aboveOf('部门')).toBe('表1 借阅量')
    expect(aboveOf('表1')).toBe('图1 阅览室')
  })

  it('gives none where other text stands between', () => {
    expect(aboveOf('楼层')).toBeUndefined()
  })

  it('gives none where no caption stands above', () => {
    expect(aboveOf('图1')).toBeUndefined()
    expect(captionAbove({ text: TEXT, captions: [] }, TEXT.length)).toBeUndefined()
  })
})
