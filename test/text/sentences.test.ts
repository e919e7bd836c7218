import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../src/text/range.ts'
import { splitForPacking, splitSentences, trimRange } from '../../src/text/sentences.ts'

const sentences = (text: string) => splitSentences(text).map((range) => sliceOf(text, range))
const parts = (text: string) => splitForPacking(text).map((range) => sliceOf(text, range))

describe('splitSentences', () => {
  it('ends a sentence at full-width marks and keeps the closing marks with it', () => {
    expect(sentences('他说：“好。”第二句！第三句？（第四句；）第五句')).toEqual([
      '他说：“好。”',
      '第二句！',
      '第三句？',
      '（第四句；）',
      '第五句',
    ])
  })

  it('keeps a quotation and its speaker together', () => {
    expect(sentences('“坚持下去。”院长说。后来成了。')).toEqual(['“坚持下去。”院长说。', '后来成了。'])
  })

  it('begins anew after a quotation that no speaker follows', () => {
    expect(sentences('“坚持下去。”从此全馆上下每天都提前半小时开门迎接读者到来。')).toEqual([
      '“坚持下去。”',
      '从此全馆上下每天都提前半小时开门迎接读者到来。',
    ])
  })

  it('goes on after a quotation that is a part of the sentence', () => {
    expect(sentences('他提出“读者第一！”的口号。')).toEqual(['他提出“读者第一！”的口号。'])
  })

  it('takes a run of marks as one', () => {
    expect(sentences('真好……  下一句！！是吗？！是的。')).toEqual([
      '真好……',
      '下一句！！',
      '是吗？！',
      '是的。',
    ])
  })

  it('keeps a bracket that holds a full stop', () => {
    expect(sentences('按规定办理（见《办法》。）另行通知。')).toEqual([
      '按规定办理（见《办法》。）',
      '另行通知。',
    ])
  })

  it.each([
    '版本1.2.3已经发布',
    '网址是https://example.org/a?b=c;d!e就在这里',
    '时间为23:46:40开始',
    '达到99.5%;3.0T磁共振',
  ])('finds no end inside %s', (text) => {
    expect(sentences(text)).toEqual([text])
  })

  it('ends a sentence at half-width marks between Chinese characters', () => {
    expect(sentences('怎么办?我们来办!好;那就办')).toEqual(['怎么办?', '我们来办!', '好;', '那就办'])
  })

  it('ends English sentences at a full stop after a word', () => {
    expect(sentences('It opened in 2.5 years. Nobody knew (why). Really? Yes.')).toEqual([
      'It opened in 2.5 years.',
      'Nobody knew (why).',
      'Really?',
      'Yes.',
    ])
  })

  it('tells a closing straight quote from an opening one', () => {
    expect(sentences('他讲"好的。"然后走了。"再见。"')).toEqual(['他讲"好的。"', '然后走了。', '"再见。"'])
  })

  it('ends a sentence at a line break', () => {
    expect(sentences('第一行\n  第二行\n\n')).toEqual(['第一行', '第二行'])
  })

  it('looks only at the range it is given', () => {
    expect(splitSentences('甲。乙。丙。', { start: 2, end: 4 })).toEqual([{ start: 2, end: 4 }])
  })

  it('holds every character that is not blank exactly once, in order', () => {
    fc.assert(
      fc.property(mixedText(), (text) => {
        let at = 0
        for (const { start, end } of splitSentences(text)) {
          expect(text.slice(at, start).trim()).toBe('')
          expect(trimRange(text, { start, end })).toEqual({ start, end })
          expect(end).toBeGreaterThan(start)
          at = end
        }
        expect(text.slice(at).trim()).toBe('')
      }),
    )
  })
})

describe('splitForPacking', () => {
  it('also parts a quotation from its speaker', () => {
    expect(parts('“坚持下去。”院长说。')).toEqual(['“坚持下去。”', '院长说。'])
  })

  it('refines the sentences', () => {
    fc.assert(
      fc.property(mixedText(), (text) => {
        const starts = new Set(splitForPacking(text).map(({ start }) => start))
        for (const { start } of splitSentences(text)) expect(starts.has(start)).toBe(true)
      }),
    )
  })
})

function mixedText() {
  const pieces = fc.constantFrom(
    '医',
    '院',
    '说',
    '。',
    '！',
    '?',
    ';',
    '”',
    '“',
    '"',
    '，',
    ' ',
    '\n',
    '3',
    '.',
    'ab',
    '…',
    '（',
    '）',
    '𠮷',
  )
  return fc.array(pieces, { maxLength: 60 }).map((list) => list.join(''))
}
