import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openFence } from '../../../src/document/fence/fence.ts'
import { readDocumentFile } from '../../../src/document/file.ts'
import { type BuiltCli, buildCli } from '../../fixtures/built-cli.ts'
import { pdfOf } from '../../fixtures/made-pdf.ts'
import { archiveOf, docxOf, relationsOf, wordParagraph } from '../../fixtures/office-files.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const TEXT = '全年完成投资十二亿元，同比增长百分之五，新建成的项目全部投入使用，群众满意度进一步提高。'
const REPORT = docxOf({ body: wordParagraph('某馆年度报告') + wordParagraph(TEXT) })

let built: BuiltCli
let entry: URL
beforeAll(() => {
  built = buildCli()
  entry = pathToFileURL(join(built.folder, 'dist/document/fence/child.js'))
})
afterAll(() => built.remove())

describe('openFence', () => {
  it('reads a file in a process of its own', async () => {
    const { document, decisions } = await openFence({ entry }).explain(REPORT, { path: 'a/报告.docx' })
    expect([document.title, document.path, document.encoding.name]).toEqual([
      '某馆年度报告',
      'a/报告.docx',
      'docx',
    ])
    expect(decisions.map(({ rule }) => rule)).toEqual(['first-line', 'text'])
  })

  it('reads a file of a folder, with the override beside it', async () => {
    const root = temporaryFolder()
    writeFileSync(join(root, '报告.docx'), REPORT)
    writeFileSync(join(root, '报告.wenbao.yaml'), 'organisation: 某市图书馆')
    const document = await readDocumentFile(root, '报告.docx', openFence({ entry }))
    expect(document.organisation).toBe('某市图书馆')
  })

  it('gives up a file that takes too long, and one that takes too much memory, and goes on', async () => {
    const large = { path: 'large.docx' }
    const bytes = docxOf({ body: variedBody(150_000) })
    await expect(openFence({ entry, deadlineMs: 300 }).explain(bytes, large)).rejects.toMatchObject({
      code: 'bad-input',
      message: 'large.docx: the file takes more than 0.3 seconds to read; it was given up.',
    })
    const small = openFence({ entry, maxMemory: 100_000_000 })
    await expect(small.explain(bytes, large)).rejects.toMatchObject({
      code: 'bad-input',
      message: 'large.docx: the file takes more than 100 MB of memory to read; it was given up.',
    })
    expect((await small.explain(REPORT, { path: 'a.docx' })).document.title).toBe('某馆年度报告')
  })

  it('reads more files than it has places for', async () => {
    const fence = openFence({ entry })
    const read = await Promise.allSettled(
      Array.from({ length: 5 }, (_, i) =>
        fence.explain(i === 1 ? Buffer.from('x') : REPORT, { path: `${i}.docx` }),
      ),
    )
    expect(read.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ])
  })

  it('says when no process could be had', async () => {
    const fence = openFence({ entry: new URL('file:///nowhere/child.js') })
    await expect(fence.explain(REPORT, { path: 'a.docx' })).rejects.toMatchObject({
      code: 'internal',
      message: 'a.docx: the file could not be read apart: its process ended (code 1).',
    })
  })

  it('ends what is being read and what waits when it is closed, and takes nothing more', async () => {
    const fence = openFence({ entry })
    const large = docxOf({ body: variedBody(150_000) })
    const reading = Array.from({ length: 3 }, (_, i) => fence.explain(large, { path: `${i}.docx` }))
    const outcomes = Promise.allSettled(reading)
    fence.close()
    const ended = { status: 'rejected', reason: expect.objectContaining({ code: 'not-ready' }) }
    expect(await outcomes).toEqual([ended, ended, ended])
    await expect(fence.explain(REPORT, { path: 'a.docx' })).rejects.toMatchObject({ code: 'not-ready' })
  })

  it('refuses a file whose parser crashes', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'child.mjs'), 'process.abort()')
    const fence = openFence({ entry: pathToFileURL(join(folder, 'child.mjs')) })
    await expect(fence.explain(REPORT, { path: 'a.docx' })).rejects.toMatchObject({
      code: 'bad-input',
      message: 'a.docx: the file makes its parser crash (SIGABRT); it was given up.',
    })
  })

  it.each<[string, string, Uint8Array, RegExp]>([
    ['a page nested too deep', 'a.html', Buffer.from('<div>'.repeat(3000)), /nested more than 512 deep/],
    ['a table of merged cells', 'a.html', Buffer.from(tableOfSpans()), /more than 1000000 cells/],
    ['a scan', 'a.pdf', pdfOf({ pages: [[]] }), /has no text/],
    ['a PDF by another name', 'a.xlsx', pdfOf({ pages: [[]] }), /no \.xlsx file/],
    ['text by another name', 'a.docx', Buffer.from('正文'), /no \.docx file, whatever its name says/],
    ['a file with a password', 'a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /protected by a password/],
    ['an archive that ends early', 'a.docx', REPORT.slice(0, 700), /archive is damaged/],
    ['an archive without a document', 'a.docx', archiveOf({ 'a.txt': '正文' }), /it is no \.docx file/],
    ['a workbook by another name', 'a.docx', workbook(), /by its content it is a \.xlsx file/],
    ['a bomb', 'a.docx', docxOf({ body: wordParagraph('零'.repeat(40_000_000)) }), /more than the limit of/],
    ['an archive of too many parts', 'a.docx', manyParts(), /2501 parts, more than the limit of 2000/],
    [
      'a name that leads out of the archive',
      'a.docx',
      archiveOf({ '../../a.xml': '' }),
      /archive is damaged/,
    ],
    ['entities', 'a.docx', withEntities(), /declares entities/],
    ['deep nesting', 'a.docx', docxOf({ body: '<w:sdt>'.repeat(5000) }), /nested more than 512 deep/],
    ['elements that never close', 'a.docx', docxOf({ body: '<w:p><w:r>' }), /no well-formed XML/],
    [
      'nothing but hidden text',
      'a.docx',
      docxOf({ body: wordParagraph('密', '', '<w:vanish/>') }),
      /only blanks/,
    ],
  ])('refuses %s by its name and with a reason', async (_, path, bytes, reason) => {
    await expect(openFence({ entry }).explain(bytes, { path })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(new RegExp(`^${path}: the file .*${reason.source}`)),
      hint: expect.stringMatching(/\.$/),
    })
  })
})

/** Paragraphs that differ enough not to look like a bomb. */
function variedBody(count: number): string {
  return Array.from({ length: count }, (_, i) => wordParagraph(`${(i * 7919) % 99_991}${TEXT}${i * i}`)).join(
    '',
  )
}

function tableOfSpans(): string {
  return `<table>${'<tr><td colspan=1000 rowspan=60000>甲</td><td>乙</td></tr>'.repeat(1100)}</table>`
}

function workbook(): Uint8Array {
  return archiveOf({
    '_rels/.rels': relationsOf([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': '<workbook/>',
  })
}

function manyParts(): Uint8Array {
  return archiveOf(Object.fromEntries(Array.from({ length: 2501 }, (_, i) => [`${i}.xml`, ''])))
}

function withEntities(): Uint8Array {
  return docxOf({
    body: '',
    more: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>' },
  })
}
