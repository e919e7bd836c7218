import { describe, expect, it } from 'vitest'
import { outlineJson } from '../../src/document/outline-json.ts'
import { readDocument } from '../../src/document/read.ts'

describe('outlineJson', () => {
  it('gives sections with ranges, captions, boilerplate and joined paragraphs', () => {
    const text =
      '年度报告\n\n一、概况\n\n全年投入资金三亿元，新建改建道路六十二公里，惠及群\n— 1 —\n众十一万人。\n\n图1 道路通车\n'
    const document = readDocument(Buffer.from(text), { path: 'a.txt' })
    expect(outlineJson(document)).toEqual({
      title: '年度报告',
      aliases: [],
      sections: [
        { level: 1, heading: '年度报告', path: ['年度报告'], inline: false, start: 0, end: 6 },
        {
          level: 2,
          heading: '一、概况',
          path: ['年度报告', '一、概况'],
          inline: false,
          start: 6,
          end: text.length,
        },
      ],
      captions: [{ text: '图1 道路通车', start: text.indexOf('图1'), end: text.length - 1 }],
      boilerplate: [{ text: '— 1 —', start: text.indexOf('—'), end: text.indexOf('—') + 5 }],
      paragraphs: ['全年投入资金三亿元，新建改建道路六十二公里，惠及群众十一万人。'],
      warnings: [],
    })
  })
})
