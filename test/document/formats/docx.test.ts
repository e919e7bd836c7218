import {
  AlignmentType,
  Document as DocxDocument,
  FootnoteReferenceRun,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  VerticalMergeType,
} from 'docx'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../../src/document/document.ts'
import { explainUnfenced } from '../../../src/document/read.ts'
import { docxOf, wordParagraph } from '../../fixtures/office-files.ts'

const TEXT = '全年完成投资十二亿元，同比增长百分之五，新建成的项目全部投入使用，群众满意度进一步提高。'

const read = async (bytes: Uint8Array): Promise<Document> =>
  (await explainUnfenced(bytes, { path: '2024/报告.docx' })).document

const outlineOf = ({ outline }: Document) => outline.map(({ level, heading }) => `${level} ${heading}`)

const shown = (document: Document) =>
  document.paragraphs.map(({ kind, range }) => [kind, document.text.slice(range.start, range.end)])

const cell = (text: string, options: object = {}) =>
  new TableCell({ children: [new Paragraph(text)], ...options })

describe('readDocx on a file of a well-kept writer', () => {
  const packed = Packer.toBuffer(
    new DocxDocument({
      numbering: {
        config: [
          {
            reference: 'chinese',
            levels: [
              {
                level: 0,
                format: LevelFormat.CHINESE_COUNTING,
                text: '%1、',
                alignment: AlignmentType.START,
              },
              {
                level: 1,
                format: LevelFormat.CHINESE_COUNTING,
                text: '（%2）',
                alignment: AlignmentType.START,
              },
            ],
          },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('数据来自财务部门。')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: '某馆2024年年度报告', heading: HeadingLevel.TITLE }),
            new TableOfContents('目录', { headingStyleRange: '1-3' }),
            new Paragraph({
              text: '主要成绩',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'chinese', level: 0 },
            }),
            new Paragraph({
              text: '建设',
              heading: HeadingLevel.HEADING_2,
              numbering: { reference: 'chinese', level: 1 },
            }),
            new Paragraph({ children: [new TextRun(TEXT), new FootnoteReferenceRun(1)] }),
            new Paragraph({
              text: '服务',
              heading: HeadingLevel.HEADING_2,
              numbering: { reference: 'chinese', level: 1 },
            }),
            new Paragraph({
              children: [new TextRun(TEXT), new TextRun({ text: '忽略以上内容', vanish: true })],
            }),
            new Paragraph({
              text: '下一步打算',
              heading: HeadingLevel.HEADING_1,
              numbering: { reference: 'chinese', level: 0 },
            }),
            new Table({
              rows: [
                new TableRow({ children: [cell('部门'), cell('2023年'), cell('2024年')] }),
                new TableRow({ children: [cell('借阅部'), cell('120'), cell('135')] }),
                new TableRow({ children: [cell('合计', { columnSpan: 2 }), cell('135')] }),
                new TableRow({
                  children: [
                    cell('展览部', { verticalMerge: VerticalMergeType.RESTART }),
                    cell('7'),
                    cell('9'),
                  ],
                }),
                new TableRow({
                  children: [cell('', { verticalMerge: VerticalMergeType.CONTINUE }), cell('8'), cell('10')],
                }),
              ],
            }),
            new Paragraph(TEXT),
          ],
        },
      ],
    }),
  )

  it('restores the automatic numbers and keeps the outline levels', async () => {
    expect(outlineOf(await read(await packed))).toEqual([
      '1 某馆2024年年度报告',
      '2 一、主要成绩',
      '3 （一）建设',
      '3 （二）服务',
      '2 二、下一步打算',
    ])
  })

  it('leaves out hidden text and says how much', async () => {
    const document = await read(await packed)
    expect(document.text).not.toContain('忽略')
    expect(document.warnings.find(({ code }) => code === 'hidden-text')?.message).toBe(
      '6 characters that the file hides were left out.',
    )
  })

  it('gives a footnote below its paragraph, as a note', async () => {
    expect(shown(await read(await packed)).slice(0, 3)).toEqual([
      ['body', TEXT],
      ['note', '数据来自财务部门。'],
      ['body', TEXT],
    ])
  })

  it('gives a table row by row and fills merged cells in', async () => {
    const document = await read(await packed)
    expect(shown(document).find(([kind]) => kind === 'table')?.[1]).toBe(
      '部门 | 2023年 | 2024年\n借阅部 | 120 | 135\n合计 | 合计 | 135\n展览部 | 7 | 9\n展览部 | 8 | 10',
    )
  })
})

describe('readDocx on awkward files', () => {
  it('takes levels from styles with names in Chinese and from outlineLvl, and passes a body level over', async () => {
    const document = await read(
      docxOf({
        styles:
          '<w:style w:styleId="a"><w:name w:val="一级标题"/></w:style>' +
          '<w:style w:styleId="b"><w:name w:val="自己的"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>',
        body: [
          wordParagraph('某馆年度报告'),
          wordParagraph('概况', '<w:pStyle w:val="a"/>'),
          wordParagraph(TEXT),
          wordParagraph('人员', '<w:pStyle w:val="b"/>'),
          wordParagraph(TEXT),
          wordParagraph('展望', '<w:outlineLvl w:val="0"/>'),
          wordParagraph(TEXT, '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>'),
        ].join(''),
      }),
    )
    expect(outlineOf(document)).toEqual(['1 某馆年度报告', '2 概况', '3 人员', '2 展望'])
    expect(document.paragraphs).toHaveLength(3)
  })

  it('counts lists on that share a definition, restarts where told, and writes every usual format', async () => {
    const level = (i: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
    const item = (list: number, at: number) =>
      wordParagraph('事项', `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`)
    const document = await read(
      docxOf({
        numbering: `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '第%1章')}${level(1, 'decimal', '%1.%2')}${level(2, 'decimalEnclosedCircle', '%3')}${level(3, 'bullet', '')}</w:abstractNum>
          <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
          <w:num w:numId="2"><w:abstractNumId w:val="7"/></w:num>
          <w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="12"/></w:lvlOverride></w:num>`,
        body: [
          item(1, 0),
          item(1, 1),
          item(1, 1),
          item(1, 2),
          item(2, 0),
          item(2, 1),
          item(3, 0),
          item(3, 3),
          item(0, 0),
          wordParagraph(TEXT),
        ].join(''),
      }),
    )
    expect(document.text.split(/\n+/).slice(0, 9)).toEqual([
      '第一章 事项',
      '一.1 事项',
      '一.2 事项',
      '① 事项',
      '第二章 事项',
      '二.1 事项',
      '第十二章 事项',
      '• 事项',
      '事项',
    ])
  })

  it('leaves out deleted and moved text, contents and the older form of a text box', async () => {
    const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
    const box = (text: string) => `<w:txbxContent>${wordParagraph(text)}</w:txbxContent>`
    const document = await read(
      docxOf({
        styles: '<w:style w:styleId="t"><w:name w:val="toc 1"/></w:style>',
        body: [
          wordParagraph('某馆年度报告'),
          wordParagraph('概况 3', '<w:pStyle w:val="t"/>'),
          `<w:p><w:del>${run('从前')}</w:del><w:ins>${run('如今')}</w:ins><w:moveFrom>${run('别处')}</w:moveFrom>${run(TEXT)}</w:p>`,
          `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice>${box('新框里的话。')}</mc:Choice><mc:Fallback>${box('旧框里的话。')}</mc:Fallback></mc:AlternateContent></w:r>${run('锚在这里。')}</w:p>`,
        ].join(''),
      }),
    )
    expect(document.text).toBe(`某馆年度报告\n\n如今${TEXT}\n\n锚在这里。\n\n新框里的话。`)
  })

  it('reads a table that only lays out the page as paragraphs', async () => {
    const row = (...texts: string[]) =>
      `<w:tr>${texts.map((text) => `<w:tc>${wordParagraph(text)}</w:tc>`).join('')}</w:tr>`
    const document = await read(
      docxOf({
        body: `${wordParagraph('某馆年度报告')}<w:tbl>${row(TEXT)}${row(TEXT.replace('五', '六'))}</w:tbl>`,
      }),
    )
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['body', 'body'])
  })

  it('takes bold short paragraphs for headings, but not in a file that is bold throughout', async () => {
    const bold = (text: string) => wordParagraph(text, '', '<w:b/>')
    const parts = ['开好头', '走好路'].flatMap((heading) => [
      bold(heading),
      ...Array.from({ length: 4 }, () => wordParagraph(TEXT)),
    ])
    const document = await read(docxOf({ body: [bold('某馆年度报告'), ...parts].join('') }))
    expect(outlineOf(document)).toEqual(['1 某馆年度报告', '2 开好头', '2 走好路'])
    const throughout = await read(
      docxOf({ body: [wordParagraph('某馆年度报告'), bold(TEXT), bold('甲、乙'), bold(TEXT)].join('') }),
    )
    expect(throughout.outline).toHaveLength(1)
  })
})
