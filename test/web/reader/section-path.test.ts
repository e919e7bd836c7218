import { describe, expect, it } from 'vitest'
import { sectionsBelow, shownQuote } from '../../../src/web/reader/section-path.ts'

describe('sectionsBelow', () => {
  it('leaves out the title that it begins with, and headings said twice', () => {
    expect(sectionsBelow('年报', ['年报', '门诊', '门诊', '急诊'])).toEqual(['门诊', '急诊'])
    expect(sectionsBelow('年报', ['丛书', '年报'])).toEqual(['丛书', '年报'])
  })
})

describe('shownQuote', () => {
  it('leaves out the marks of headings, and what the path has said', () => {
    expect(shownQuote('## 门诊\n有一百万。', ['年报', '门诊'])).toBe('门诊\n有一百万。')
    expect(shownQuote('## 门诊', ['年报', '门诊'])).toBe('')
  })
})
