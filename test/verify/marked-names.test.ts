import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { judgeMarkedNames } from '../../src/verify/marked-names.ts'

const judge = (claim: string, evidence: string) =>
  judgeMarkedNames(compare(claim, { texts: [evidence] })).map(({ aspect, found, text }) => [
    aspect,
    found,
    text,
  ])

describe('judgeMarkedNames', () => {
  it('finds titles and quoted names, whatever marks and numerals they have', () => {
    expect(judge('印发《质量办法》', '印发了〈質量辦法〉')).toEqual([['title', true, '《质量办法》']])
    expect(judge('开展“6个一”活动', '开展「六个一」活动')).toEqual([['name', true, '“6个一”']])
  })

  it('misses those of which a word differs', () => {
    expect(judge('印发《质量细则》，开展“清风科室”创建', '印发《质量办法》，开展“清风病房”创建')).toEqual([
      ['title', false, '《质量细则》'],
      ['name', false, '“清风科室”'],
    ])
  })

  it('leaves speech alone', () => {
    expect(judge('他说：“我们会坚持，直到完成。”', '他表示会坚持下去')).toEqual([])
  })
})
