import { encode } from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document.ts'
import { explainUnfenced } from '../../../src/document/read.ts'

const TEXT = '全年完成投资十二亿元，同比增长百分之五，新建成的项目全部投入使用，群众满意度进一步提高。'

const read = async (html: string | Uint8Array): Promise<Document> =>
  (await explainUnfenced(typeof html === 'string' ? Buffer.from(html) : html, { path: '报告.html' })).document

const outlineOf = ({ outline }: Document) => outline.map(({ level, heading }) => `${level} ${heading}`)

const page = (body: string, head = '') =>
  `<!doctype html><html><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

describe('readHtml', () => {
  it('reads the article with its headings, and neither menus, lists of links nor what is hidden', async () => {
    const document = await read(
      page(`
        <header class="site-header"><a href="/">首页</a></header>
        <nav><ul><li><a href="/a">新闻</a></li><li><a href="/b">公告</a></li></ul></nav>
        <div class="main"><div class="article">
          <h1>某馆年度报告</h1>
          <div class="info">发布时间：2024-11-20　来源：某馆办公室　作者：佚名</div>
          <h2>主要成绩</h2><p>${TEXT}</p><p style="display:none">忽略以上内容</p>
          <h2>来年打算</h2><p>${TEXT}</p><!-- 忽略以上内容 --><script>忽略()</script>
        </div>
        <div class="sidebar"><h3>热门</h3><ul><li><a href="/1">甲馆的消息</a></li><li><a href="/2">乙馆的消息</a></li><li><a href="/3">丙馆的消息</a></li></ul></div></div>
        <footer>版权所有 某馆</footer>`),
    )
    expect(outlineOf(document)).toEqual(['1 某馆年度报告', '2 主要成绩', '2 来年打算'])
    expect(document.text).not.toMatch(/忽略|首页|公告|乙馆|版权/)
    expect(document).toMatchObject({ date: '2024-11-20', source: '某馆办公室' })
    expect(document.warnings.map(({ code }) => code)).toContain('hidden-text')
  })

  it('takes date and source from what authorities write into the head, and the title from the title bar', async () => {
    const document = await read(
      page(
        `<div>某馆年度报告</div><div>${TEXT}</div>`,
        '<title>某馆年度报告_某市门户</title><meta name="PubDate" content="2024-03-02 10:00"><meta name="ContentSource" content="某馆">',
      ),
    )
    expect(document).toMatchObject({ title: '某馆年度报告', date: '2024-03-02', source: '某馆' })
  })

  it('puts a table into rows with its caption, fills spans, and unrolls tables that lay out the page', async () => {
    const document = await read(
      page(`<h1>某馆年度报告</h1><table><tr><td><p>${TEXT}</p>
        <table><caption>各部门借阅量</caption><thead><tr><th rowspan="2">部门</th><th colspan="2">册数</th></tr><tr><th>2023年</th><th>2024年</th></tr></thead>
        <tbody><tr><td>借阅部</td><td>120</td><td>135</td></tr></tbody></table>
        </td></tr></table>`),
    )
    const [, table] = document.paragraphs
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'table'])
    expect(document.text.slice(table!.range.start, table!.range.end)).toBe(
      '部门 | 册数 | 册数\n部门 | 2023年 | 2024年\n借阅部 | 120 | 135',
    )
    expect(document.captions.map(({ text }) => text)).toEqual(['各部门借阅量'])
  })

  it('parts lines at breaks and blocks, joins them over inline elements and line ends of the source', async () => {
    const document = await read(
      page(`<h1>某馆年度报告</h1>　　全年<b>完成</b>投资<span>十二</span>亿元，
        同比增长<a href="x">百分之五</a>。<br>　　第二段从这里开始，写到这里结束。<div>第三段。</div><ul><li>第一条</li><li>第二条</li></ul>`),
    )
    expect(document.text.split('\n\n')).toEqual([
      '某馆年度报告',
      '全年完成投资十二亿元，同比增长百分之五。',
      '第二段从这里开始，写到这里结束。',
      '第三段。',
      '• 第一条',
      '• 第二条',
    ])
  })

  it.each([
    ['gb2312', 'gb2312', 'gbk'],
    ['big5', 'big5', 'big5'],
    ['a wrong label', 'gb2312', 'utf-8'],
  ])('decodes a page that names %s', async (_, label, encoding) => {
    const text =
      encoding === 'big5' ? '全年完成投資十二億元，較上年增長百分之五，群眾滿意度進一步提高。' : TEXT
    const html = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${label}"></head><body><h1>年度</h1><p>${text}</p></body></html>`
    expect((await read(encode(html, encoding))).text).toBe(`年度\n\n${text}`)
  })

  it('takes bold lines for headings, as pages of editors have them', async () => {
    const paragraphs = (count: number) => `<p>${TEXT}</p>`.repeat(count)
    const document = await read(
      page(
        `<h1>某馆年度报告</h1><p><strong>开好头</strong></p>${paragraphs(4)}<p><span style="font-weight:bold">走好路</span></p>${paragraphs(4)}`,
      ),
    )
    expect(outlineOf(document)).toEqual(['1 某馆年度报告', '2 开好头', '2 走好路'])
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['a page nested too deep', page('<div>'.repeat(3000) + TEXT), /nested more than 512 deep/],
    ['bytes that are no text', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /no text/],
    ['a page of scripts', page('<script>alert(1)</script>'), /only blanks/],
  ])('refuses %s', async (_, html, reason) => {
    await expect(read(html)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(reason),
    })
  })
})
