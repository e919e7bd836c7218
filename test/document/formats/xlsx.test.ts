import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { chunkDocument } from '../../../src/chunk/split.ts'
import type { Document } from '../../../src/document/document.ts'
import { explainUnfenced } from '../../../src/document/read.ts'
import { archiveOf, relationsOf } from '../../fixtures/office-files.ts'

const read = async (bytes: Uint8Array, path = '统计.xlsx'): Promise<Document> =>
  (await explainUnfenced(bytes, { path })).document

const outlineOf = ({ outline }: Document) => outline.map(({ level, heading }) => `${level} ${heading}`)

interface HandMade {
  readonly sheets: readonly { readonly name: string; readonly state?: string; readonly xml: string }[]
  readonly strings?: string
  readonly styles?: string
}

function xlsxOf({ sheets, strings = '', styles = '' }: HandMade): Uint8Array {
  return archiveOf({
    '_rels/.rels': relationsOf([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map(({ name, state = 'visible' }, i) => `<sheet name="${name}" state="${state}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, i) => [`xl/worksheets/sheet${i + 1}.xml`, `<worksheet>${xml}</worksheet>`]),
    ),
  })
}

const inline = (reference: string, text: string) =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

describe('readXlsx', () => {
  it('reads the sheets of a well-kept writer as tables under their names, numbers as they are shown', async () => {
    const head = ['科目', '日期', '金额', '占比'].map((value) => ({ value }))
    const row = (name: string, day: string, amount: number, share: number) => [
      { value: name },
      { value: new Date(`${day}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' },
      { value: amount, type: Number, format: '#,##0.00' },
      { value: share, type: Number, format: '0.0%' },
    ]
    const written = writeXlsxFile([
      { data: [head, row('设备', '2024-03-01', 1_234_567.891, 0.256)], sheet: '支出' },
      { data: [head, row('拨款', '2023-12-31', 2_000_000, 0.5)], sheet: '收入' },
    ])
    const document = await read(await written.toBuffer())
    expect(outlineOf(document)).toEqual(['1 统计', '2 支出', '2 收入'])
    expect(document.text).toBe(
      '支出\n\n科目 | 日期 | 金额 | 占比\n设备 | 2024-03-01 | 1,234,567.89 | 25.6%\n\n收入\n\n科目 | 日期 | 金额 | 占比\n拨款 | 2023-12-31 | 2,000,000.00 | 50.0%',
    )
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['table', 'table'])
  })

  it('misses no headings in a sheet of one table', async () => {
    const written = writeXlsxFile([
      {
        data: [
          [{ value: '乡' }, { value: '产量' }],
          [{ value: '甲' }, { value: 3 }],
        ],
      },
    ])
    expect((await read(await written.toBuffer())).warnings).toEqual([])
  })

  it('takes the line above a table for its caption, the title when there is nothing else, and parts tables at empty rows', async () => {
    const document = await read(
      xlsxOf({
        sheets: [
          {
            name: 'Sheet1',
            xml: `<sheetData><row r="1">${inline('A1', '某馆2024年借阅统计')}</row>
              <row r="2">${inline('A2', '部门')}${inline('B2', '册数')}</row><row r="3">${inline('A3', '借阅部')}<c r="B3"><v>135</v></c></row>
              <row r="6">${inline('A6', '各季度情况')}</row><row r="7">${inline('B7', '季度')}${inline('D7', '册数')}</row><row r="8">${inline('B8', '一季度')}<c r="D8"><v>0.30000000000000004</v></c></row>
              <row r="9">${inline('A9', '注：数据截至12月31日。')}</row></sheetData>`,
          },
        ],
      }),
    )
    expect(document.title).toBe('某馆2024年借阅统计')
    expect(document.text.split('\n\n').slice(1)).toEqual([
      '部门 | 册数\n借阅部 | 135',
      '各季度情况',
      '季度 | 册数\n一季度 | 0.3',
      '注：数据截至12月31日。',
    ])
    expect(document.captions.map(({ text }) => text)).toEqual(['各季度情况'])
  })

  it('fills merged heads in, joins runs of a shared string, and leaves out readings, errors and what is hidden', async () => {
    const document = await read(
      xlsxOf({
        strings: '<si><r><t>借阅</t></r><r><t>部</t></r><rPh><t>jie</t></rPh></si>',
        sheets: [
          {
            name: '统计',
            xml: `<cols><col min="4" max="4" hidden="1"/></cols><sheetData>
              <row r="1">${inline('A1', '部门')}${inline('B1', '册数')}${inline('D1', '密')}</row>
              <row r="2">${inline('B2', '2023年')}${inline('C2', '2024年')}</row>
              <row r="3"><c r="A3" t="s"><v>0</v></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="str"><v>七</v></c></row>
              <row r="4" hidden="1">${inline('A4', '密')}</row></sheetData>
              <mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/></mergeCells>`,
          },
          { name: '密', state: 'hidden', xml: `<sheetData><row>${inline('A1', '密')}</row></sheetData>` },
        ],
      }),
    )
    expect(document.text).toBe('统计\n\n部门 | 册数 | 册数\n部门 | 2023年 | 2024年\n借阅部 |  | 七')
    expect(document.warnings.map(({ code }) => code)).toContain('hidden-sheets')
  })

  it('repeats the column names in the header of every further part of a long table', async () => {
    const rows = Array.from(
      { length: 150 },
      (_, i) =>
        `<row r="${i + 2}">${inline(`A${i + 2}`, `第${i}分馆`)}<c r="B${i + 2}"><v>${i * 37}</v></c></row>`,
    )
    const document = await read(
      xlsxOf({
        sheets: [
          {
            name: '分馆',
            xml: `<sheetData><row r="1">${inline('A1', '馆名')}${inline('B1', '到馆人次')}</row>${rows.join('')}</sheetData>`,
          },
        ],
      }),
    )
    const [first, ...others] = chunkDocument(document)
    expect(first!.text.startsWith('馆名 | 到馆人次\n第0分馆 | 0')).toBe(true)
    expect(others.length).toBeGreaterThan(1)
    for (const { header, kind } of others) {
      expect(kind).toBe('table')
      expect(header.endsWith(' > 馆名 | 到馆人次')).toBe(true)
    }
  })

  it('bounds merges over the whole sheet, far cells and missing parts', async () => {
    const xml = `<sheetData><row r="1">${inline('A1', '部门')}${inline('XFD1', '远')}</row><row r="1048576">${inline('A1048576', '末行')}</row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    const document = await read(xlsxOf({ sheets: [{ name: '大', xml }] }))
    expect(document.text.length).toBeLessThan(10_000)
  })
})

describe('readCsv', () => {
  it.each([
    ['commas and quotes', '馆名,备注\r\n总馆,"开放,全年"\r\n分馆,"称""旧馆"""\r\n'],
    ['tabs', '馆名\t备注\n总馆\t开放,全年\n分馆\t称"旧馆"'],
    ['semicolons', '\ufeff馆名;备注\n总馆;开放,全年\n分馆;称"旧馆"'],
  ])('reads %s', async (_, text) => {
    const document = await read(Buffer.from(text), '分馆名单.csv')
    expect(document.title).toBe('分馆名单')
    expect(document.text).toBe('馆名 | 备注\n总馆 | 开放,全年\n分馆 | 称"旧馆"')
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['table'])
  })
})
