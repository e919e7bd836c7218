import { describe, expect, it } from 'vitest'
import { findDate, isDateLine, yearsIn } from '../../src/document/dates.ts'

describe('findDate', () => {
  it.each([
    ['发布时间:2024-11-20 23:46:40', '2024-11-20'],
    ['2024年5月', '2024-05'],
    ['2024/3/7 来源', '2024-03-07'],
    ['二〇二五年二月', '2025-02'],
    ['二○二四年十二月二十六日', '2024-12-26'],
    ['中華民國一一四年二月二十日', '2025-02-20'],
    ['2024年工作总结', undefined],
    ['2024-13-40', undefined],
  ])('finds in %s the date %s', (text, date) => {
    expect(findDate(text)).toBe(date)
  })
})

describe('isDateLine', () => {
  it.each([
    ['2024年12月26日', true],
    ['（2024年1月）', true],
    ['二〇二五年二月', true],
    ['2024年12月26日印发', false],
    ['2024年工作总结', false],
    ['18.6', false],
  ])('answers for %s', (text, expected) => {
    expect(isDateLine(text)).toBe(expected)
  })
})

describe('yearsIn', () => {
  it.each([
    ['某局2024年工作总结和2025年工作安排', [2024, 2025]],
    ['2021—2023年规划', [2021, 2022, 2023]],
    ['二〇二四年度报告', [2024]],
    ['一一三年度工作報告', [2024]],
    ['民國113年度報告', [2024]],
    ['党建引领', []],
  ])('finds in %s the years %s', (text, years) => {
    expect(yearsIn(text)).toEqual(years)
  })
})
