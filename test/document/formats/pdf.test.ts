import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document.ts'
import { explainUnfenced } from '../../../src/document/read.ts'
import { type Piece, pdfOf, setParagraph } from '../../fixtures/made-pdf.ts'

const read = async (bytes: Uint8Array): Promise<Document> =>
  (await explainUnfenced(bytes, { path: '报告.pdf' })).document

const readPages = (...pages: readonly (readonly Piece[])[]) => read(pdfOf({ pages }))

const outlineOf = ({ outline }: Document) => outline.map(({ level, heading }) => `${level} ${heading}`)

/** Sentences that differ, long enough for some lines. */
const prose = (subject: string, sentences = 3) =>
  Array.from(
    { length: sentences },
    (_, i) =>
      `${subject}全年完成第${i + 1}项任务，投入资金十二万元，比上年增长百分之五，服务群众三万余人次。`,
  ).join('')

const full = { x: 60, characters: 45 }

describe('readPdf', () => {
  it('reads Chinese text of fonts that are not embedded, and joins its lines to paragraphs', async () => {
    const [first, second] = [prose('借阅部'), prose('展览部')]
    const document = await readPages([
      { text: '某馆二〇二四年年度报告', x: 180, y: 80, size: 20 },
      ...setParagraph(first, { ...full, y: 120 }),
      ...setParagraph(second, { ...full, y: 200 }),
    ])
    expect(document.text).toBe(`某馆二〇二四年年度报告\n\n${first}\n\n${second}`)
    expect(document.title).toBe('某馆二〇二四年年度报告')
    expect(document.encoding.name).toBe('pdf')
  })

  it('takes larger type for headings, a level for each size, and another face at the same size', async () => {
    const document = await readPages([
      { text: '某馆年度报告', x: 220, y: 70, size: 22 },
      { text: '主要成绩', x: 60, y: 110, size: 16 },
      { text: '建设', x: 60, y: 135, size: 13 },
      ...setParagraph(prose('借阅部', 6), { ...full, y: 160 }),
      { text: '人员和经费', x: 60, y: 290, face: 'hei' },
      ...setParagraph(prose('展览部', 6), { ...full, y: 310 }),
      { text: '来年打算', x: 60, y: 450, size: 16 },
      ...setParagraph(prose('办公室', 6), { ...full, y: 480 }),
    ])
    expect(outlineOf(document)).toEqual([
      '1 某馆年度报告',
      '2 主要成绩',
      '3 建设',
      '4 人员和经费',
      '2 来年打算',
    ])
  })

  it('reads two columns one after the other, with the title across both', async () => {
    const [left, right] = [prose('借阅部', 5), prose('展览部', 5)]
    const document = await readPages([
      { text: '某馆年度报告', x: 220, y: 70, size: 20 },
      ...setParagraph(left, { x: 50, y: 110, characters: 21 }),
      // The lines of the second column stand on other heights.
      ...setParagraph(right, { x: 310, y: 115, characters: 21 }),
    ])
    expect(document.text).toBe(`某馆年度报告\n\n${left}\n\n${right}`)
  })

  it('drops running heads and page numbers, joins a sentence over the page, and knows the page of each offset', async () => {
    const text = prose('借阅部', 12)
    const lines = setParagraph(text, { ...full, y: 120 })
    const pageOf = (pieces: readonly Piece[], number: number): Piece[] => [
      { text: '某馆年度报告 内部资料', x: 220, y: 40, size: 9 },
      ...pieces,
      { text: `— ${number} —`, x: 280, y: 800, size: 9 },
    ]
    const half = Math.ceil(lines.length / 2)
    const document = await readPages(
      pageOf([{ text: '某馆年度报告', x: 220, y: 80, size: 20 }, ...lines.slice(0, half)], 1),
      pageOf(
        lines.slice(half).map((piece, i) => ({ ...piece, y: 80 + 16 * i })),
        2,
      ),
      pageOf(setParagraph(prose('展览部'), { ...full, y: 80 }), 3),
    )
    expect(document.text).toBe(`某馆年度报告\n\n${text}\n\n${prose('展览部')}`)
    const [first, second, third] = document.pages ?? []
    expect([first, document.pages?.length]).toEqual([0, 3])
    expect(document.text.slice(second).startsWith(lines[half]!.text)).toBe(true)
    expect(document.text.slice(third)).toBe(prose('展览部'))
  })

  it('gives a table row by row, with a cell of two lines as one and an empty one empty', async () => {
    const row = (y: number, ...cells: string[]): Piece[] =>
      cells.flatMap((text, i) => (text === '' ? [] : [{ text, x: 60 + 140 * i, y }]))
    const document = await readPages([
      { text: '某馆年度报告', x: 220, y: 70, size: 20 },
      ...setParagraph(prose('借阅部'), { ...full, y: 110 }),
      ...row(220, '部门', '2023年', '2024年'),
      ...row(244, '借阅部', '120', '135'),
      ...row(268, '展览部和', '', '9'),
      { text: '讲解组', x: 60, y: 282 },
      ...row(306, '合计', '127', '144'),
      ...setParagraph(prose('展览部'), { ...full, y: 350 }),
    ])
    const table = document.paragraphs.find(({ kind }) => kind === 'table')!
    expect(document.text.slice(table.range.start, table.range.end)).toBe(
      '部门 | 2023年 | 2024年\n借阅部 | 120 | 135\n展览部和讲解组 |  | 9\n合计 | 127 | 144',
    )
  })

  it('gives notes in small type at the foot of a page as notes, and leaves out what stands aslant', async () => {
    const text = prose('借阅部', 8)
    const document = await readPages([
      { text: '某馆年度报告', x: 220, y: 70, size: 20 },
      { text: '仅供内部参考', x: 150, y: 500, size: 60, turn: 45 },
      ...setParagraph(text, { ...full, y: 110 }),
      { text: '①数据来自财务部门。', x: 60, y: 640, size: 8 },
    ])
    expect(document.text).toBe(`某馆年度报告\n\n${text}\n\n①数据来自财务部门。`)
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'note'])
  })

  it('reads words that were spread out, and characters that a font calls by their radical', async () => {
    const spread = '某市图书馆办公室'
    const document = await readPages([
      { text: '某馆年度报告', x: 220, y: 70, size: 20 },
      ...Array.from(spread, (text, i) => ({ text, x: 60 + 12 * i * 1.6, y: 110 })),
      { text: '组织搭台 共建联盟', x: 60, y: 150 },
      ...setParagraph(prose('\u2f2f\u2ed4'), { ...full, y: 190 }),
    ])
    expect(document.text).toBe(`某馆年度报告\n\n${spread}\n\n组织搭台 共建联盟\n\n${prose('工门')}`)
  })

  it('takes the levels from bookmarks where a file has them', async () => {
    const heading = (text: string, y: number): Piece => ({ text, x: 60, y })
    const pages = [
      [
        { text: '某馆年度报告', x: 220, y: 70, size: 20 },
        ...['开好头', '走好路', '收好尾'].flatMap((text, i) => [
          heading(text, 110 + 180 * i),
          ...setParagraph(prose(text, 5), { ...full, y: 130 + 180 * i }),
        ]),
      ],
    ]
    const document = await read(pdfOf({ pages, bookmarks: ['开好头', '走好路', '收好尾'] }))
    expect(outlineOf(document)).toEqual(['1 某馆年度报告', '2 开好头', '2 走好路', '2 收好尾'])
  })

  it('says which pages hold no text, and counts them as pages', async () => {
    const document = await readPages(
      [
        { text: '某馆年度报告', x: 220, y: 70, size: 20 },
        ...setParagraph(prose('借阅部'), { ...full, y: 110 }),
      ],
      [],
      setParagraph(prose('展览部'), { ...full, y: 110 }),
    )
    expect(document.warnings.map(({ code, message }) => `${code}: ${message}`)).toContain(
      'pages-without-text: 1 pages hold no text (pictures?): 2.',
    )
    expect(document.pages).toEqual([0, document.text.indexOf('展览部'), document.text.indexOf('展览部')])
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['a scan without text', pdfOf({ pages: [[], []] }), /has no text: its pages \(2\) are pictures/],
    ['text by another name', Buffer.from('正文'), /damaged or no PDF/],
    ['a file that ends early', pdfOf({ pages: [[]] }).slice(0, 300), /damaged or no PDF|has no text/],
    ['pages that hold themselves', ringOfPages(), /damaged|has no text/],
  ])('refuses %s', async (_, bytes, reason) => {
    await expect(read(bytes)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(reason),
    })
  })
})

function ringOfPages(): Uint8Array {
  const file = Buffer.from(pdfOf({ pages: [[]] })).toString('latin1')
  return Buffer.from(file.replace('/Kids [9 0 R]', '/Kids [2 0 R]'), 'latin1')
}
