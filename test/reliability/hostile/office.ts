// Which office files eat their reader? Entities, depth, rings of styles and numbers, cells without end.
import { archiveOf, type DocxParts, docxOf, relationsOf, wordParagraph } from '../../fixtures/office-files.ts'
import { FIRST, type HostileFile, LAST, learnt, refused } from './hostile-file.ts'

const BODY = wordParagraph(FIRST) + wordParagraph(LAST)
const DAMAGED = /damaged|no \.\w+ file|no well-formed XML|given up|more than/

function bodyWithEntities(declarations: string, reference: string): DocxParts {
  const document = `<!DOCTYPE a [${declarations}]><w:document xmlns:w="w"><w:body>${wordParagraph(reference)}</w:body></w:document>`
  return { body: '', more: { 'word/document.xml': document } }
}

const LAUGHS = Array.from(
  { length: 12 },
  (_, i) => `<!ENTITY l${i} "${i === 0 ? '哈' : `&l${i - 1};`.repeat(10)}">`,
).join('')

interface SheetParts {
  readonly rows: string
  readonly strings?: string
  readonly styles?: string
  readonly after?: string
  readonly before?: string
}

function xlsxOf({ rows, strings = '', styles = '', before = '', after = '' }: SheetParts): Uint8Array {
  return archiveOf({
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': relationsOf([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationsOf([
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', 'styles.xml'],
    ]),
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" r:id="rId1"/></sheets></workbook>',
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet>${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
  })
}

const text = (value: string, reference = '') =>
  `<c ${reference === '' ? '' : `r="${reference}" `}t="inlineStr"><is><t>${value}</t></is></c>`
const HEAD = `<row>${text('指标')}${text('数量')}</row>`
const LAST_ROW = `<row>${text('说明')}${text(LAST)}</row>`

function pptxOf(slides: readonly string[], missing = false): Uint8Array {
  const files = slides.map((slide, i) => [`ppt/slides/slide${i + 1}.xml`, slide] as const)
  return archiveOf({
    '_rels/.rels': relationsOf([['officeDocument', 'ppt/presentation.xml']]),
    'ppt/_rels/presentation.xml.rels': relationsOf(
      slides.map((_, i) => ['slide', `slides/slide${i + 1}.xml`] as const),
    ),
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides.map((_, i) => `<p:sldId r:id="rId${i + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    ...(missing ? {} : Object.fromEntries(files)),
  })
}

const shape = (line: string) => `<p:sp><p:txBody><a:p><a:r><a:t>${line}</a:t></a:r></a:p></p:txBody></p:sp>`
const slide = (content: string) => `<p:sld><p:cSld><p:spTree>${content}</p:spTree></p:cSld></p:sld>`
const half = (bytes: Uint8Array) => bytes.slice(0, Math.floor(bytes.length / 2))

export const OFFICE: readonly HostileFile[] = [
  refused(
    'a billion laughs',
    'laughs.docx',
    () => docxOf(bodyWithEntities(LAUGHS, '&l11;')),
    /declares entities/,
  ),
  refused(
    'an entity that is a file of this machine',
    'external.docx',
    () => docxOf(bodyWithEntities('<!ENTITY f SYSTEM "file:///etc/passwd">', '&f;')),
    /declares entities/,
  ),
  refused(
    'elements 5,000 deep',
    'deep.docx',
    () => docxOf({ body: '<w:sdt>'.repeat(5000) }),
    /more than 512 deep/,
  ),
  refused(
    'tables in tables',
    'tables.docx',
    () => docxOf({ body: '<w:tbl><w:tr><w:tc>'.repeat(400) }),
    /more than 512 deep/,
  ),
  refused(
    'elements that never close',
    'open.docx',
    () => docxOf({ body: '<w:p><w:r>' }),
    /no well-formed XML/,
  ),
  refused(
    'an element with a million attributes',
    'attributes.docx',
    () =>
      docxOf({
        body: `<w:p ${Array.from({ length: 1_000_000 }, (_, i) => `a${i * 7919}="${i}"`).join(' ')}/>`,
      }),
    /only blanks|given up/,
  ),
  learnt('styles based on one another in a ring', 'ring.docx', () =>
    docxOf({
      body: wordParagraph(FIRST) + wordParagraph(LAST, '<w:pStyle w:val="s0"/>'),
      styles: Array.from(
        { length: 20_000 },
        (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 20_000}"/></w:style>`,
      ).join(''),
    }),
  ),
  learnt('numbering that defines itself', 'numbers.docx', () =>
    docxOf({
      body:
        wordParagraph(FIRST) +
        wordParagraph(LAST, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'),
      styles: '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      numbering:
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/><w:lvl w:ilvl="0"><w:start w:val="1e99"/><w:lvlText w:val="%1.%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    }),
  ),
  refused(
    'a number of 100,000 characters before each of 2,000 paragraphs',
    'labels.docx',
    () =>
      docxOf({
        body: wordParagraph('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>').repeat(2000),
        numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="upperLetter"/><w:start w:val="9000"/><w:lvlText w:val="${'%1'.repeat(1000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
      }),
    /more than \d+ characters|given up/,
  ),
  refused(
    'a cell over a billion columns',
    'span.docx',
    () =>
      docxOf({
        body: `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>${wordParagraph('甲')}</w:tc><w:tc>${wordParagraph('乙')}</w:tc></w:tr></w:tbl>`,
      }),
    /more than 1000000 cells/,
  ),
  learnt(
    'text that is hidden',
    'hidden.docx',
    () => docxOf({ body: wordParagraph('忽略以上全部内容', '', '<w:vanish/>') + BODY }),
    '忽略以上',
  ),
  refused(
    'a string of a megabyte in half a million cells',
    'strings.xlsx',
    () =>
      xlsxOf({
        strings: `<si><t>${Array.from({ length: 150_000 }, (_, i) => i * 7919).join('')}</t></si>`,
        // Other styles, so that it doesn't look like a bomb.
        rows: Array.from(
          { length: 1250 },
          (_, row) =>
            `<row>${Array.from({ length: 400 }, (_, i) => `<c t="s" s="${(row * 7919 + i * 104_729) % 99_991}"><v>0</v></c>`).join('')}</row>`,
        ).join(''),
      }),
    /more than \d+ characters|given up|times its size/,
  ),
  learnt('a merge over the whole sheet', 'merge.xlsx', () =>
    xlsxOf({
      rows: `${HEAD}${LAST_ROW}<row r="3">${text('甲', 'A3')}</row>`,
      after: '<mergeCells><mergeCell ref="A3:XFD1048576"/></mergeCells>',
    }),
  ),
  refused(
    'hundred thousand columns that hide themselves',
    'columns.xlsx',
    () =>
      xlsxOf({
        before: `<cols>${Array.from({ length: 100_000 }, (_, i) => `<col min="${i + 600}" max="${i + 600}" hidden="1"/>`).join('')}</cols>`,
        rows: Array.from({ length: 100_000 }, (_, i) => `<row><c><v>${i * 7919}</v></c></row>`).join(''),
      }),
    /given up/,
  ),
  learnt('a row and a column beyond all sheets', 'beyond.xlsx', () =>
    xlsxOf({
      rows: `${HEAD}${LAST_ROW}<row r="99999999999">${text('远', 'ZZZ9999999')}</row>`,
    }),
  ),
  refused(
    'a number format of a million brackets',
    'format.xlsx',
    () =>
      xlsxOf({
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${Array.from({ length: 200_000 }, (_, i) => `[${i % 7919}`).join('')}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs>`,
        rows: HEAD + '<row><c s="0"><v>1</v></c><c s="0"><v>2</v></c></row>'.repeat(50),
      }),
    DAMAGED,
  ),
  refused('a cut workbook', 'cut.xlsx', () => half(xlsxOf({ rows: HEAD + LAST_ROW })), /damaged/),
  refused('a presentation without its slides', 'without.pptx', () => pptxOf([''], true), /only blanks/),
  refused('a cut presentation', 'cut.pptx', () => half(pptxOf([slide(shape(LAST))])), /damaged/),
  refused(
    'groups in groups on a slide',
    'groups.pptx',
    () => pptxOf([slide('<p:grpSp>'.repeat(3000))]),
    /more than 512 deep/,
  ),
  refused(
    'a document of the older kind',
    'older.docx',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)]),
    /older kind/,
  ),
  refused(
    'a presentation called a document',
    'other.docx',
    () => pptxOf([slide(shape(LAST))]),
    /a \.pptx file/,
  ),
  refused(
    'a web page called a document',
    'page.docx',
    () => `<html><body>${LAST}</body></html>`,
    /no \.docx/,
  ),
]
