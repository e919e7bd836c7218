import { describe, expect, it } from 'vitest'
import {
  endsSentence,
  endsWithColon,
  firstSentenceMark,
  holdsSentenceMark,
} from '../../src/text/punctuation.ts'

describe('endsSentence', () => {
  it.each([
    '完成任务。',
    '“坚持不懈。”',
    '如下：',
    '……',
    '什么？！',
    '（见《办法》。）',
    'It works.',
    '(see 3).',
  ])('is true for %s', (text) => {
    expect(endsSentence(text)).toBe(true)
  })

  it.each(['占出院病例数的', '‘我为群众’', '增长12.5%', '党建引领，', '3.0T', '（趾）'])(
    'is false for %s',
    (text) => {
      expect(endsSentence(text)).toBe(false)
    },
  )
})

describe('holdsSentenceMark', () => {
  it('sees full stops, question marks and semicolons, but no decimal point or comma', () => {
    expect(holdsSentenceMark('第一项；')).toBe(true)
    expect(holdsSentenceMark('达到99.5%，较上年')).toBe(false)
  })
})

describe('firstSentenceMark', () => {
  it('gives the offset of the first mark, or -1', () => {
    expect(firstSentenceMark('提高质量。然后')).toBe(4)
    expect(firstSentenceMark('提高质量，然后')).toBe(-1)
  })
})

describe('endsWithColon', () => {
  it.each([
    ['如下：', true],
    ['note:', true],
    ['如下。', false],
  ])('answers for %s', (text, expected) => {
    expect(endsWithColon(text)).toBe(expected)
  })
})
