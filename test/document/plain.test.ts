import { describe, expect, it } from 'vitest'
import { plainDocument } from '../../src/document/plain.ts'

describe('plainDocument', () => {
  it('makes every line a paragraph and guesses no outline', () => {
    const document = plainDocument({
      path: 'p1',
      title: '范廷颂',
      text: '一、标题样的行\r\n\r\n▲ 图样的行\n正文。',
    })
    expect(document.text).toBe('一、标题样的行\n\n▲ 图样的行\n正文。')
    expect(document.outline.map(({ heading, range }) => [heading, range])).toEqual([
      ['范廷颂', { start: 0, end: document.text.length }],
    ])
    expect(document.paragraphs.map(({ range }) => document.text.slice(range.start, range.end))).toEqual([
      '一、标题样的行',
      '▲ 图样的行',
      '正文。',
    ])
    expect([document.captions, document.boilerplate]).toEqual([[], []])
  })

  it('gives another title another id', () => {
    const ids = ['甲', '乙', '甲'].map((title) => plainDocument({ path: 'p', title, text: '正文' }).id)
    expect(ids[0]).toBe(ids[2])
    expect(ids[0]).not.toBe(ids[1])
  })
})
