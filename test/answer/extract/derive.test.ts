// What follows by counting or subtracting, and what doesn't.
import { describe, expect, it } from 'vitest'
import { derive } from '../../../src/answer/extract/derive.ts'

describe('derive', () => {
  it.each([
    ['讲座比展览多多少次？', '办展览22次;办讲座48次;接待794人次。', '相差26次（48次与22次之差）。'],
    ['座位净添了多少个？', '三年里,座位从30个增至51个。', '相差21个（51个与30个之差）。'],
    [
      '读者和馆员的满意度差几个百分点？',
      '读者满意度达99.5%,馆员满意度达98.8%。',
      '相差0.7个百分点（99.5%与98.8%之差）。',
    ],
    ['从开馆到改名隔了几年？', '2003年开馆,2012年改名。', '相差9年（2012年与2003年之差）。'],
    [
      '少儿读者比老年读者多几名？',
      '共有读者73名,其中老年读者29名,少儿读者32名。',
      '相差3名（32名与29名之差）。',
    ],
    [
      '要强化的服务一共有几种？',
      '强化借阅服务、咨询服务、展览服务。',
      '一共3种：强化借阅服务、咨询服务、展览服务。',
    ],
  ])('%s', (question, text, expected) => {
    expect(derive(question, text)?.text).toBe(expected)
  })

  it.each([
    ['办了多少次讲座？', '办展览22次;办讲座48次。'],
    ['讲座比展览多多少次？', '办展览20多次;办讲座48次。'],
    ['讲座比展览多多少次？', '办展览22次,办沙龙30次,办读书会48次。'],
    ['一共有几种服务？', '强化借阅、咨询、展览。'],
  ])('says nothing: %s %s', (question, text) => {
    expect(derive(question, text)).toBe(undefined)
  })
})
