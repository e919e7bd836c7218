import { describe, expect, it } from 'vitest'
import { copiedText } from '../../../src/web/conversation/copied-text.ts'

describe('copiedText', () => {
  it('gives each source with its path and an address that opens from anywhere', () => {
    const citation = {
      n: 1,
      documentId: '0123456789abcdef',
      title: '年度报告',
      sectionPath: ['年度报告', '门诊'],
      range: { start: 6, end: 16 },
      quote: '门诊量为一百万人次。',
      url: '/d/0123456789abcdef#a-b-c-d',
    }
    const text = '门诊量为一百万人次。[1]'
    expect(copiedText({ text, citations: [citation] }, 'http://host:1', '出处')).toBe(
      '门诊量为一百万人次。[1]\n\n出处：\n[1] 年度报告 › 门诊\n    http://host:1/d/0123456789abcdef#a-b-c-d',
    )
  })

  it('gives the text alone where nothing is cited', () => {
    expect(copiedText({ text: '没有。', citations: [] }, 'http://host:1', '出处')).toBe('没有。')
  })
})
