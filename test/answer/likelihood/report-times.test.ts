// The years that are reported and those that are planned, by the title and by headings.
import { describe, expect, it } from 'vitest'
import { planAround, timesOf } from '../../../src/answer/likelihood/report-times.ts'
import { yearsIn } from '../../../src/document/dates.ts'
import { passageOf } from '../../fixtures/passages.ts'

const times = (title: string) => timesOf({ title, years: yearsIn(title) })

describe('timesOf', () => {
  it('parts the year that is reported from the one that is planned', () => {
    const both = { reported: [2022], planned: [2023] }
    expect(times('青山图书馆2022年工作总结及2023年工作思路')).toEqual(both)
    expect(times('青山圖書館2022年工作總結和2023年工作安排')).toEqual(both)
    expect(times('关于2022年预算执行情况与2023年预算草案的报告')).toEqual(both)
    expect(times('青山图书馆二〇二二年总结暨二〇二三年计划')).toEqual(both)
    expect(times('青山图书馆2022年目标任务完成情况和2023年打算')).toEqual(both)
  })

  it('takes a title with one year as it reads', () => {
    expect(times('青山图书馆2022年度工作报告')).toEqual({ reported: [2022], planned: [] })
    expect(times('青山规划局2022年年报')).toEqual({ reported: [2022], planned: [] })
    expect(times('青山图书馆2023年工作计划')).toEqual({ reported: [], planned: [2023] })
    expect(times('青山图书馆')).toEqual({ reported: [], planned: [] })
  })

  it('keeps the years of a range together', () => {
    expect(times('青山图书馆2021—2022年工作总结')).toEqual({ reported: [2021, 2022], planned: [] })
    expect(times('青山图书馆2021-2023年发展规划')).toEqual({ reported: [], planned: [2021, 2022, 2023] })
  })
})

describe('planAround', () => {
  const inTitle = { reported: [2022], planned: [2023] }
  const around = (headings: readonly string[], text = '购书800册。', of = inTitle) => {
    const passage = { ...passageOf('a', text), sectionPath: ['标题a', ...headings] }
    return planAround(passage, of, '购书800册。')
  }

  it('knows a plan by its heading, and its year', () => {
    expect(around(['三、2023年工作思路'])).toEqual({ heading: '2023年工作思路', year: 2023 })
    expect(around(['三、2024年展望'])).toEqual({ heading: '2024年展望', year: 2024 })
    expect(around(['三、下一步打算'])).toEqual({ heading: '下一步打算', year: 2023 })
    expect(around(['明年工作安排'], undefined, { reported: [2020], planned: [] })).toEqual({
      heading: '明年工作安排',
      year: 2021,
    })
    expect(around(['今后工作'], undefined, { reported: [], planned: [] })?.year).toBe(undefined)
  })

  it('looks at the headings above, unless a nearer one tells of what was done', () => {
    expect(around(['三、2023年工作安排', '（四）启动新馆,12月底前完成选址'])?.year).toBe(2023)
    expect(around(['三、工作计划', '（一）2022年目标完成情况'])).toBe(undefined)
  })

  it('knows results and names that only sound like a plan', () => {
    for (const heading of [
      '一、2022年主要工作',
      '二、2022年工作安排落实情况',
      '规划编制',
      '编制2023年规划',
      '赢得美好未来',
    ])
      expect(around([heading]), heading).toBe(undefined)
  })

  it('parts what is wrong from what is planned under one heading by the label of the item', () => {
    const heading = ['六、不足与2023年计划']
    expect(around(heading, '（一）不足：书少。购书800册。')).toBe(undefined)
    expect(around(heading, '（一）不足：书少。（二）2023年计划：1.修屋顶；购书800册。')?.year).toBe(2023)
    expect(around(heading)).toBe(undefined)
  })

  it('doesn’t take the title for a heading', () => {
    const passage = { ...passageOf('a', '购书800册。'), sectionPath: ['标题a'] }
    const titled = { ...passage, document: { ...passage.document, title: '2022年总结及2023年工作计划' } }
    const path = ['2022年总结及2023年工作计划', '一、购书']
    expect(planAround({ ...titled, sectionPath: path }, inTitle, '购书800册。')).toBe(undefined)
  })
})
