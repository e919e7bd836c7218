// Questions without the year that the reports found are about.
import { describe, expect, it } from 'vitest'
import { withoutOwnYear } from '../../../src/answer/likelihood/own-year.ts'
import type { SearchResult } from '../../../src/search/passage.ts'
import { passageOf } from '../../fixtures/passages.ts'

function resultOf(question: string, years: readonly number[], titles: readonly string[]): SearchResult {
  const passages = titles.map((title, i) => {
    const passage = passageOf('a', '座位80个。', i + 1)
    return { ...passage, document: { ...passage.document, title } }
  })
  const terms = ['2023', '年座', '座位'].map((text) => ({ text, idf: 1, isOwn: true }))
  return { question, passages, terms, routing: { organisations: [], years, mode: 'filter' } }
}

describe('withoutOwnYear', () => {
  it('leaves out the year that every report found is about, and the words made of it', () => {
    const { question, terms } = withoutOwnYear(
      resultOf('2023年座位多少个？', [2023], ['甲馆2023年报', '2023年总结']),
    )
    expect(question).toBe('座位多少个？')
    expect(terms?.map(({ text }) => text)).toEqual(['座位'])
  })

  it('keeps a year that tells reports or sentences apart', () => {
    const kept = (years: readonly number[], titles: readonly string[], question = '2023年座位多少个？') =>
      withoutOwnYear(resultOf(question, years, titles)).question
    expect(kept([2023], ['甲馆2023年报', '甲馆2022年报'])).toBe('2023年座位多少个？')
    expect(kept([2023], ['甲馆2022年总结和2023年计划'])).toBe('2023年座位多少个？')
    expect(kept([2023], [])).toBe('2023年座位多少个？')
    const both = '2022年和2023年座位各多少个？'
    expect(kept([2022, 2023], ['甲馆2023年报'], both)).toBe(both)
  })
})
