// Which years the reports lack.
import { describe, expect, it } from 'vitest'
import { yearInstead } from '../../../../src/answer/refusal/missing/missing-year.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'
import { report } from '../../../fixtures/library-report.ts'

describe('yearInstead', () => {
  const instead = (text: string, year: number, held = report) =>
    yearInstead(year, candidatesOf(passageWithSentences('a', text), [0.8]), [held], () => text)

  it('is content with the year of the report where the sentence compares it with another', () => {
    expect(instead('借阅10万册,2021年为8万册。', 2022)).toBe(undefined)
    expect(instead('借阅由2021年的8万册增加到10万册。', 2022)).toBe(undefined)
    expect(instead('借阅由2021年的8万册增加到10万册。', 2020)).toBe(2021)
  })

  it('takes a sentence that begins with a year for one of that year', () => {
    expect(instead('2023年力争借阅12万册。', 2022)).toBe(2023)
    expect(instead('截至2019年底藏书30万册。', 2022)).toBe(2019)
  })

  it('reads the year before in 上年 and 去年', () => {
    expect(instead('借阅由上年的8万册增加到10万册。', 2021)).toBe(undefined)
    expect(instead('借阅由去年的8万册增加到10万册。', 2020)).toBe(2022)
    expect(instead('借阅由上年的8万册增加到10万册。', 2021, { ...report, years: [2020, 2022] })).toBe(2020)
  })

  it('is content with a less likely sentence of the same passage that has the year', () => {
    const undated = { ...report, years: [] }
    const passage = passageWithSentences('a', '基金2017年设立。2023年资助298人。')
    const beside = (second: number) =>
      yearInstead(2023, candidatesOf(passage, [0.8, second]), [undated], () => '')
    expect(beside(0.05)).toBe(undefined)
    expect(beside(0.01)).toBe(2017)
  })

  it('asks for the year in the very sentence, not in one of another matter beside it', () => {
    const text = '读者投诉18件，比2021年的23件少。满意率95%。'
    const candidates = (overlap: number) =>
      candidatesOf(passageWithSentences('a', text), [0.08, 0.9]).map((one) => ({
        ...one,
        overlap: one.sentence.text.startsWith('满意率') ? 0.8 : overlap,
      }))
    expect(yearInstead(2021, candidates(0.1), [report], () => text)).toBe(2022)
    expect(yearInstead(2021, candidates(0.5), [report], () => text)).toBe(undefined)
    const best = candidatesOf(passageWithSentences('a', '2021年开了新馆。全年借书3万册。'), [0, 0.9])
    expect(yearInstead(2021, best, [report], () => text)).toBe(undefined)
  })

  const both = { ...report, title: '青山图书馆2022年工作总结及2023年计划', years: [2022, 2023] }

  it('knows which of two years in a title is reported, and which is planned', () => {
    expect(instead('借阅由上年的8万册增加到10万册。', 2021, both)).toBe(undefined)
    expect(instead('全年借阅10万册。', 2022, both)).toBe(undefined)
    expect(instead('全年借阅10万册。', 2023, both)).toBe(2022)
    const plan = { ...passageWithSentences('a', '借阅12万册。'), sectionPath: ['三、2023年计划'] }
    expect(yearInstead(2023, candidatesOf(plan, [0.9]), [both], () => '')).toBe(undefined)
    expect(yearInstead(2022, candidatesOf(plan, [0.9]), [both], () => '')).toBe(2023)
  })

  it('doesn’t take the date of a report for the year that it is about', () => {
    expect(instead('全年借阅10万册。', 2023, { ...report, date: '2023-01-10' })).toBe(2022)
    expect(instead('全年借阅10万册。', 2023, { ...report, years: [], date: '2023-01-10' })).toBe(undefined)
  })
})
