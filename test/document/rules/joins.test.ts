import { describe, expect, it } from 'vitest'
import { outlineJson } from '../../../src/document/outline-json.ts'
import { readDocument } from '../../../src/document/read.ts'

const LONG = '医院坚持以患者为中心，不断优化服务流程，全年开展日间手术占择期手术例数的'

const paragraphs = (...parts: string[]) => {
  const document = readDocument(Buffer.from(`年度报告\n\n${parts.join('\n\n')}\n`), { path: 'a.txt' })
  return outlineJson(document).paragraphs
}

describe('goesOnFrom', () => {
  it.each([
    ['a number', '45.76%，较去年同期有所增长，位居全省前列。'],
    ['the second half of a word', '州市卒中质控中心、癌症质控中心先后成立。'],
    ['a short end', '一半以上。'],
  ])('joins half a sentence with %s', (_, second) => {
    expect(paragraphs(LONG, second)).toEqual([LONG + second])
  })

  it('joins across page furniture and marked captions', () => {
    expect(paragraphs(LONG, '— 3 —', '▲ 手术室', '四成以上，位居全省前列。')).toEqual([
      `${LONG}四成以上，位居全省前列。`,
    ])
  })

  it.each([
    ['a sentence that is over', `${LONG}四成。`, '第二段从这里开始，说的是另外一件事情。'],
    ['a short line', '名单如下', '第二段从这里开始，说的是另外一件事情。'],
    ['a numbered line', LONG, '（1）第一项内容写在这里，后面还有很多字。'],
  ])('does not join after %s', (_, first, second) => {
    expect(paragraphs(first, second)).toEqual([first.trim(), second])
  })

  it('does not join across a gap that is wider than usual', () => {
    const whole = `${LONG}四成。`
    expect(paragraphs(whole, whole, `${LONG}\n`, whole)).toEqual([whole, whole, LONG, whole])
  })
})
