import { describe, expect, it } from 'vitest'
import { readDocument } from '../../../src/document/read.ts'

const PROSE = '全年工作平稳有序，各项任务按期完成，群众满意度稳步提高。'
const SOURCE = '来源：就业补助资金主要由县财政和残疾人就业保障金承担，全年共拨付一百四十八万元，较上年增加。'

const boilerplateOf = (...lines: string[]) => {
  const document = readDocument(Buffer.from(lines.join('\n\n')), { path: 'a.txt' })
  return document.boilerplate.map(({ kind, text }) => `${kind} ${text}`)
}

describe('webPageLines', () => {
  it('knows the lines above and below the text of a page', () => {
    expect(
      boilerplateOf(
        '欢迎光临某某网',
        '您当前的位置 : 首页 > 要闻',
        '标题',
        '2024-05-06 10:00 来源：某某网 点击：21',
        PROSE,
        '责任编辑：某人',
        '【打印】【关闭】',
        '相关阅读',
        '某县召开会议',
      ),
    ).toEqual([
      'navigation 欢迎光临某某网',
      'navigation 您当前的位置 : 首页 > 要闻',
      'publication 2024-05-06 10:00 来源：某某网 点击：21',
      'publication 责任编辑：某人',
      'navigation 【打印】【关闭】',
      'navigation 相关阅读',
      'navigation 某县召开会议',
    ])
  })

  it.each([
    ['a sentence that begins with 来源', SOURCE],
    ['the time of a meeting', '时间：2024年5月6日上午'],
    ['a sentence about a statement', '声明发布后，各界反响热烈，来电来信络绎不绝。'],
  ])('leaves %s in the text', (_, line) => {
    expect(boilerplateOf('会议纪要', PROSE, line, PROSE)).toEqual([])
  })

  it('soon has done with lines of many crumbs, items and links that are none at their end', () => {
    const lines = ['甲 > ', '甲  |  ', '[甲](a)   '].map((piece) => `${piece.repeat(20)}完。`)
    expect(boilerplateOf('会议纪要', ...lines, PROSE)).toEqual([])
  })

  it('takes date and source from the publication line and leaves out authors without a name', () => {
    const text = `标题\n\n发布时间:2024-11-20 23:46:40 作者:佚名   来源: 某某委员会\n\n${PROSE}`
    const { date, dateFrom, source, authors } = readDocument(Buffer.from(text), { path: 'a.txt' })
    expect({ date, dateFrom, source, authors }).toEqual({
      date: '2024-11-20',
      dateFrom: 'publication-line',
      source: '某某委员会',
      authors: [],
    })
  })
})
