// What the reports lack of what is asked.
import { describe, expect, it } from 'vitest'
import { missingKind, missingOrdinal, missingYear } from '../../../../src/answer/refusal/missing/missing.ts'
import type { Routing } from '../../../../src/search/passage.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'
import { report } from '../../../fixtures/library-report.ts'

const nowhere: Routing = { organisations: [], years: [], mode: 'none' }

describe('missingYear', () => {
  const ask = (text: string, year: number, held = report, whole = text) => {
    const candidates = candidatesOf(passageWithSentences('a', text), [0.8])
    return missingYear({ ...nowhere, years: [year] }, candidates, [held], () => whole)
  }

  it('names the nearest year', () => {
    expect(ask('2022年借阅10万册。', 2020)?.zh.message).toBe('报告里没有2020年的相关内容；最近的是2022年。')
  })

  it('is content with the year itself, and without a year in the sentence with that of the report', () => {
    expect(ask('2022年借阅10万册。', 2022)).toBe(undefined)
    expect(ask('全年借阅10万册。', 2022)).toBe(undefined)
  })

  it('never gives the year that is missing as the nearest', () => {
    const candidates = candidatesOf(passageWithSentences('a', '2022年借10万册。2020年闭馆。'), [1, 0])
    const missing = missingYear({ ...nowhere, years: [2020] }, candidates, [report], () => undefined)
    expect(missing?.zh.message).toBe('报告里没有2020年的相关内容；最近的是2022年。')
  })

  it('takes the years that stand in a report that has none of its own', () => {
    const undated = { ...report, years: [] }
    const whole = '今年借阅10万册。新馆于2021年启用。'
    expect(ask('今年借阅10万册。', 2019, undated, whole)?.zh.missing).toEqual(['2019年'])
    expect(ask('今年借阅10万册。', 2021, undated, whole)).toBe(undefined)
    expect(ask('今年借阅10万册。', 2019, undated)).toBe(undefined)
  })
})

describe('missingOrdinal', () => {
  it('tells the seventh from the sixth', () => {
    const candidates = candidatesOf(passageWithSentences('a', '第六届读书节开幕。'), [0.9])
    expect(missingOrdinal('第七届读书节在哪里办？', candidates)?.zh.message).toBe(
      '报告里没有第七届的内容；提到的是第六届。',
    )
    expect(missingOrdinal('第六届读书节在哪里办？', candidates)).toBe(undefined)
  })
})

describe('missingKind', () => {
  const without = candidatesOf(passageWithSentences('a', '新馆即将启用。'), [0.9]).map((one) => ({
    ...one,
    fit: 0,
  }))

  it('names what stands in no passage', () => {
    expect(missingKind({ kind: 'count', unit: '平方米' }, without)).toMatchObject({
      reason: 'unknown-indicator',
      zh: { missing: ['数量（以“平方米”计）'] },
      en: { missing: ['a number (in “平方米”)'] },
    })
    expect(missingKind({ kind: 'person', role: '馆长' }, without)?.zh.missing).toEqual(['馆长的姓名'])
    const house = { text: '施工单位', deeds: ['施工'] }
    expect(missingKind({ kind: 'other', house }, without)?.zh.missing).toEqual(['施工单位'])
  })

  it('never speaks where any sentence may answer', () => {
    expect(missingKind({ kind: 'manner' }, without)).toBe(undefined)
  })
})
