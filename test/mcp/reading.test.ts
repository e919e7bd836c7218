import { describe, expect, it } from 'vitest'
import { contextOf, readableText, sectionAt, sectionSpan } from '../../src/mcp/reading.ts'
import { buildDocument } from '../fixtures/built-document.ts'

const first = '全年接待读者四十万人次。'
const second = '举办讲座六十场。'
const third = '新建分馆三座。'
const report = buildDocument({
  blocks: [
    { kind: 'heading', text: '一、服务' },
    { kind: 'body', text: first },
    { kind: 'body', text: second },
    { kind: 'heading', text: '二、建设' },
    { kind: 'body', text: third },
  ],
})
const rangeOf = (text: string) => {
  const start = report.text.indexOf(text)
  return { start, end: start + text.length }
}
const textIn = ({ start, end }: { start: number; end: number }) => report.text.slice(start, end)

describe('contextOf', () => {
  it('gives the whole of a short report', () => {
    expect(contextOf(report, rangeOf(second))).toEqual({ start: 0, end: report.text.length })
  })

  it('gives the section when the report is too long', () => {
    const context = textIn(contextOf(report, rangeOf(second), report.text.length - 1))
    expect(context).toContain('一、服务')
    expect(context).toContain(first)
    expect(context).not.toContain('二、建设')
  })

  it('gives the paragraphs nearby when the section is too long', () => {
    const most = first.length + second.length + 4
    expect(textIn(contextOf(report, rangeOf(second), most)).trim()).not.toContain('一、服务')
    expect(textIn(contextOf(report, rangeOf(second), most))).toContain(second)
  })

  it('gives the passage itself when nothing more fits', () => {
    expect(textIn(contextOf(report, rangeOf(second), 1))).toBe(second)
  })
})

describe('sectionSpan', () => {
  it('holds the sections below', () => {
    expect(sectionSpan(report, 0)).toEqual({ start: 0, end: report.text.length })
    expect(textIn(sectionSpan(report, 1))).toContain(second)
    expect(textIn(sectionSpan(report, 1))).not.toContain('二、建设')
  })
})

describe('sectionAt', () => {
  it('names the innermost section', () => {
    expect(report.outline[sectionAt(report, rangeOf(third).start)]?.heading).toBe('二、建设')
    expect(sectionAt(report, 0)).toBe(0)
  })
})

describe('readableText', () => {
  it('joins broken lines', () => {
    const broken = {
      ...report,
      paragraphs: [{ ...report.paragraphs[0]!, gaps: [{ start: 2, end: 4, replacement: '' as const }] }],
    }
    expect(readableText(broken, { start: 0, end: 8 })).toBe(
      (report.text.slice(0, 2) + report.text.slice(4, 8)).trim(),
    )
  })
})
