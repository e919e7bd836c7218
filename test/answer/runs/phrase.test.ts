// How a run reads as an answer.
import { describe, expect, it } from 'vitest'
import { phraseRun, tidy } from '../../../src/answer/runs/phrase.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const runOf = (text: string) => candidatesOf(passageWithSentences('a', text), [0.5, 0.4, 0.3])

describe('phraseRun', () => {
  it('says who it is about unless the sentence does', () => {
    expect(phraseRun(runOf('床位有80张;'), ['青山市图书馆', '青山图书馆'])).toBe('青山市图书馆：床位有80张。')
    expect(phraseRun(runOf('青山图书馆有座位80个。'), ['青山市图书馆', '青山图书馆'])).toBe(
      '青山图书馆有座位80个。',
    )
    expect(phraseRun(runOf('床位有80张。'), [])).toBe('床位有80张。')
  })

  it('puts the heading of a plan in front', () => {
    const names = ['青山市图书馆']
    expect(phraseRun(runOf('座位80个。'), names, '2024年思路')).toBe('青山市图书馆2024年思路：座位80个。')
    expect(phraseRun(runOf('座位80个。'), [], '2024年思路')).toBe('2024年思路：座位80个。')
  })

  it('parts captions that have no mark of their own', () => {
    expect(phraseRun(runOf('▲ 读者在看书\n▲ 新馆外景'), [])).toBe('读者在看书；▲ 新馆外景。')
  })

  it('leaves out the numbers of items, at its start and inside', () => {
    expect(phraseRun(runOf('4.新购图书300册。5.开设少儿阅览室。'), [])).toBe(
      '新购图书300册。开设少儿阅览室。',
    )
  })
})

describe('tidy', () => {
  it('leaves out words that only link, and marks of captions', () => {
    expect(tidy('同时,持续办讲座;')).toBe('持续办讲座。')
    expect(tidy('▲ 新馆外景')).toBe('新馆外景。')
    expect(tidy('1.加强管理,提高效率。')).toBe('加强管理,提高效率。')
    expect(tidy('（二）持续办讲座。')).toBe('持续办讲座。')
    expect(tidy('1.5亿元已经到位。')).toBe('1.5亿元已经到位。')
    expect(tidy('一、二期工程完工。')).toBe('一、二期工程完工。')
  })

  it('closes a quotation that was cut', () => {
    expect(tidy('“三年里,座位增至51个;')).toBe('“三年里,座位增至51个”。')
    expect(tidy('馆长说:“三年里,座位增至51个。”')).toBe('馆长说:“三年里,座位增至51个。”')
    expect(tidy('我们做到了。”馆长说。')).toBe('我们做到了。馆长说。')
  })
})
