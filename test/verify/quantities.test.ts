import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { judgeQuantities } from '../../src/verify/quantities.ts'

const judge = (claim: string, evidence: string) =>
  judgeQuantities(compare(claim, { texts: [evidence] })).map(({ aspect, found, detail }) =>
    found ? 'found' : `${aspect} ${detail}`,
  )

describe('judgeQuantities', () => {
  it('finds a number in any format', () => {
    expect(judge('职工二万九千名', '全院职工29,000人')).toEqual(['found'])
    expect(judge('占比达百分之九十', '占比为90%')).toEqual(['found'])
    expect(judge('2018年至2020年', '在2018至2020年间')).toEqual(['found', 'found'])
  })

  it('tells two numbers of one passage apart by what they count', () => {
    const evidence = '医生156人、护士402人，图书210万册'
    expect(judge('医生156人', evidence)).toEqual(['found'])
    expect(judge('医生402人', evidence)).toEqual(['number 原文为“156人”，未见“402人”'])
    expect(judge('402名护士', evidence)).toEqual(['found'])
    expect(judge('图书156万册', evidence)).toEqual(['number 原文为“210万册”，未见“156万册”'])
  })

  it('lets a number belong to the clause before it rather than to the one after it', () => {
    const evidence = '人口最多的是东湖区，有86.3万人；最少的是白石县，仅19.4万人。'
    expect(judge('白石县仅19.4万人', evidence)).toEqual(['found'])
    expect(judge('白石县有86.3万人', evidence)).toEqual(['number 原文为“19.4万人”，未见“86.3万人”'])
  })

  it('names the unit when only that differs', () => {
    expect(judge('投资8.5万元', '总投资8.5亿元')).toEqual(['number 原文为“8.5亿元”，未见“8.5万元”'])
    expect(judge('服务73人次', '服务73人')).toEqual(['unit 原文为“73人”，未见“73人次”'])
  })

  it('passes over 一个, but not where the evidence has another number', () => {
    expect(judge('建成一个平台', '建成平台')).toEqual([])
    expect(judge('建成一个平台', '建成两个平台')).toEqual(['number 原文为“两个”，未见“一个”'])
    expect(judge('获团体一等奖', '获团体二等奖')).toEqual(['number 原文为“二等”，未见“一等”'])
  })

  it('misses a number that the evidence has nowhere', () => {
    expect(judge('共420人', '全院职工参加')).toEqual(['number 原文未见“420人”'])
  })
})
