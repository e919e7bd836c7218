import { describe, expect, it } from 'vitest'
import { reportBlocks } from '../../../src/web/reader/report-blocks.ts'
import type { Report } from '../../../src/web/service/wire.ts'

const TEXT = '年报\n## 门诊\n首先。门诊量\n为一百万。\n▲ 合影\n责编：甲'
const range = (part: string) => ({ start: TEXT.indexOf(part), end: TEXT.indexOf(part) + part.length })
const section = (level: number, heading: string, headingRange = range(heading), inline = false) => ({
  level,
  heading,
  path: [],
  inline,
  role: 'section' as const,
  headingRange,
  range: { start: headingRange.start, end: TEXT.length },
  truncated: false,
})
const REPORT: Report = {
  id: 'ab',
  path: 'a.md',
  title: '年报',
  aliases: [],
  years: [],
  authors: [],
  text: TEXT,
  outline: [
    section(1, '年报'),
    section(2, '门诊', range('## 门诊')),
    section(3, '首先。', range('首先。'), true),
  ],
  paragraphs: [
    {
      kind: 'body',
      range: range('首先。门诊量\n为一百万。'),
      gaps: [{ ...range('\n为'), end: range('\n为').start + 1, replacement: '' }],
      section: 2,
    },
  ],
  captions: [{ range: range('▲ 合影'), text: '▲ 合影', section: 1 }],
  boilerplate: [{ kind: 'credit', range: range('责编：甲'), text: '责编：甲' }],
  warnings: [],
}

describe('reportBlocks', () => {
  it('gives headings without their marks, joined paragraphs, captions and what is not of the report, in order', () => {
    const shown = reportBlocks(REPORT, undefined).map(({ kind, level, section, pieces }) => [
      kind,
      level,
      section,
      pieces.map(({ text }) => text).join(''),
    ])
    expect(shown).toEqual([
      ['heading', 2, 1, '门诊'],
      ['body', undefined, 2, '首先。门诊量为一百万。'],
      ['caption', undefined, undefined, '▲ 合影'],
      ['aside', undefined, undefined, '责编：甲'],
    ])
  })

  it('lights a range across a line break that the reader does not see', () => {
    const lit = { start: range('门诊量').start, end: range('一百万').end }
    expect(reportBlocks(REPORT, lit)[1]?.pieces).toEqual([
      { text: '首先。' },
      { text: '门诊量', mark: 'lit' },
      { text: '为一百万', mark: 'lit' },
      { text: '。' },
    ])
  })
})
