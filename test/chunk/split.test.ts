import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chunk } from '../../src/chunk/chunk.ts'
import { chunkDocument } from '../../src/chunk/split.ts'
import type { Document } from '../../src/document/document.ts'
import { contains, type Gap, type Range, sliceOf } from '../../src/text/range.ts'
import { readable } from '../../src/text/readable.ts'
import { type Block, buildDocument } from '../fixtures/built-document.ts'

const body = (text: string): Block => ({ kind: 'body', text })
const heading = (text: string, level = 2): Block => ({ kind: 'heading', text, level })
const sentence = (length: number) => `${'文'.repeat(length - 1)}。`
const shown = (document: Document, chunk: Chunk) => readable(document.text, chunk.range, chunk.gaps).text

describe('chunkDocument', () => {
  it('gives a section of fitting length one chunk, with path and header', () => {
    const document = buildDocument({
      title: '年度报告',
      organisation: '青屿县图书馆',
      aliases: ['县图书馆'],
      blocks: [heading('一、藏书'), body(sentence(200)), heading('（一）古籍', 3), body(sentence(150))],
    })
    const chunks = chunkDocument(document)
    expect(chunks.map(({ sectionPath }) => sectionPath)).toEqual([
      ['年度报告', '一、藏书'],
      ['年度报告', '一、藏书', '（一）古籍'],
    ])
    expect(chunks[1]?.header).toBe('青屿县图书馆（县图书馆） 年度报告 > 一、藏书 > （一）古籍')
    expect(chunks.map(({ text }) => text)).toEqual([sentence(200), sentence(150)])
  })

  it('puts whole paragraphs together before it cuts one', () => {
    const document = buildDocument({ blocks: [180, 170, 190, 160].map((length) => body(sentence(length))) })
    expect(chunkDocument(document).map((chunk) => shown(document, chunk))).toEqual([
      `${sentence(180)}\n${sentence(170)}`,
      `${sentence(190)}\n${sentence(160)}`,
    ])
  })

  it('cuts a long paragraph at sentence ends into parts of like length', () => {
    const document = buildDocument({ blocks: [body(sentence(60).repeat(14))] })
    const chunks = chunkDocument(document)
    expect(chunks.map(({ text }) => text.length)).toEqual([420, 420])
    expect(chunks.every(({ hardSplit, text }) => !hardSplit && text.endsWith('。'))).toBe(true)
  })

  it('joins a short tail to the chunk before it', () => {
    const document = buildDocument({ blocks: [body(sentence(360)), body(sentence(50))] })
    expect(chunkDocument(document)).toHaveLength(1)
  })

  it('cuts a sentence above the cap at a comma and says so', () => {
    const document = buildDocument({ blocks: [body(`${'文'.repeat(299)}，${'字'.repeat(299)}。`)] })
    const chunks = chunkDocument(document)
    expect(chunks.map(({ text, hardSplit }) => [text.length, hardSplit])).toEqual([
      [300, true],
      [300, false],
    ])
  })

  it('cuts without a mark at the cap, never inside a character', () => {
    const document = buildDocument({ blocks: [body(`文${'𠮷'.repeat(400)}`)] })
    const chunks = chunkDocument(document)
    expect(chunks.map(({ text }) => text.length)).toEqual([449, 352])
    expect(chunks.every(({ text }) => !/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/.test(text))).toBe(true)
  })

  it('keeps the line that announces a list with the list', () => {
    const list = Array.from({ length: 5 }, (_, i) => body(`${i}${sentence(59)}`))
    const document = buildDocument({ blocks: [body(sentence(350)), body('主要做法如下：'), ...list] })
    const texts = chunkDocument(document).map(({ text }) => text)
    expect(texts.map((text) => text.includes('如下'))).toEqual([false, true])
  })

  it('leaves captions, notes and page furniture between paragraphs out of the body', () => {
    const document = buildDocument({
      blocks: [
        body(sentence(100)),
        { kind: 'caption', text: '新馆外景' },
        { kind: 'boilerplate', of: 'running', text: '第 3 页' },
        { kind: 'note', text: '记者 甲乙' },
        body(sentence(100)),
      ],
    })
    const chunks = chunkDocument(document)
    expect(chunks.map((chunk) => [chunk.kind, shown(document, chunk)])).toEqual([
      ['body', `${sentence(100)}\n${sentence(100)}`],
      ['caption', '新馆外景'],
      ['note', '记者 甲乙'],
    ])
  })

  it('shows a sentence whole when its lines were broken', () => {
    const document = buildDocument({ blocks: [body(`前半句，\n后半句。第二句。`)] })
    const [chunk] = chunkDocument(document)
    expect(chunk && shown(document, chunk)).toBe('前半句，后半句。第二句。')
    expect(chunk?.sentences.map((range) => sliceOf(document.text, range))).toEqual([
      '前半句，\n后半句。',
      '第二句。',
    ])
  })

  it('makes notes of the lines that say when and by whom it was published', () => {
    const document = buildDocument({
      blocks: [
        { kind: 'boilerplate', of: 'publication', text: '发布时间：2024-05-06' },
        { kind: 'boilerplate', of: 'publication', text: '编辑：丙丁' },
        { kind: 'boilerplate', of: 'navigation', text: '首页 > 新闻' },
        body(sentence(100)),
      ],
    })
    const [note, text] = chunkDocument(document)
    expect(note?.kind).toBe('note')
    expect(note?.text).toBe('发布时间：2024-05-06\n\n编辑：丙丁')
    expect(text?.kind).toBe('body')
  })

  it('keeps a table apart from the paragraphs around it', () => {
    const document = buildDocument({
      blocks: [body(sentence(50)), { kind: 'table', text: '| 年 | 册 |' }, body(sentence(50))],
    })
    expect(chunkDocument(document).map(({ kind }) => kind)).toEqual(['body', 'table', 'body'])
  })

  it('marks the last chunk of a section that the source breaks off', () => {
    const document = buildDocument({
      blocks: [
        { kind: 'heading', text: '一、藏书', truncated: true },
        body(sentence(400)),
        body(sentence(400)),
        { kind: 'caption', text: '阅览室' },
      ],
    })
    expect(chunkDocument(document).map(({ truncated }) => truncated)).toEqual([false, true, false])
  })

  it('gives nothing for a document without text of its own', () => {
    expect(chunkDocument(buildDocument({ blocks: [] }))).toEqual([])
    expect(chunkDocument(buildDocument({ blocks: [heading('一'), heading('二'), heading('三')] }))).toEqual(
      [],
    )
  })

  it('covers everything that is searched once and nothing else', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const covers = new Uint8Array(document.text.length)
        const others = document.boilerplate.filter(({ kind }) => kind !== 'publication')
        for (const { headingRange } of document.outline) addVisible(covers, headingRange)
        for (const { range } of others) addVisible(covers, range)
        for (const { range, gaps } of chunkDocument(document)) addVisible(covers, range, gaps)
        const wrong = [...covers].findIndex(
          (times, at) => times !== 1 && document.text.charAt(at).trim() !== '',
        )
        expect(wrong).toBe(-1)
      }),
    )
  })

  it('keeps every chunk in one section, within the cap, equal to its slice, its sentences in order', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const chunks = chunkDocument(document)
        for (const [position, chunk] of chunks.entries()) {
          expect(chunk.position).toBe(position)
          expect(chunk.text).toBe(sliceOf(document.text, chunk.range))
          expect(chunk.text.trim()).toBe(chunk.text)
          expect(contains(document.outline[chunk.section]!.range, chunk.range)).toBe(true)
          expect(shown(document, chunk).length).toBeLessThanOrEqual(450)
          expect(chunk.header.length).toBeLessThanOrEqual(90)
          expect(document.outline.some(({ headingRange }) => contains(headingRange, chunk.range))).toBe(false)
          let at = chunk.range.start
          for (const { start, end } of chunk.sentences) {
            expect(start).toBeGreaterThanOrEqual(at)
            at = end
          }
          expect(at).toBe(chunk.range.end)
        }
      }),
    )
  })

  it('ends every chunk at a sentence end, a paragraph end, or says that it was cut', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const ends = new Set([
          ...document.paragraphs.map(({ range }) => range.end),
          ...document.captions.map(({ range }) => range.end),
          ...document.boilerplate.map(({ range }) => range.end),
        ])
        for (const { range, text, hardSplit } of chunkDocument(document)) {
          expect(hardSplit || ends.has(range.end) || /[。！？；…][”’）]*$/.test(text)).toBe(true)
        }
      }),
    )
  })

  it('gives the same ids for the same document, and different ones within it', () => {
    fc.assert(
      fc.property(documents(), (document) => {
        const ids = chunkDocument(document).map(({ id }) => id)
        expect(chunkDocument(structuredClone(document)).map(({ id }) => id)).toEqual(ids)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('takes a line of a megabyte, 100,000 short lines and 100,000 broken ones', () => {
    const long = buildDocument({ blocks: [body('长'.repeat(1_000_000))] })
    expect(chunkDocument(long).every(({ text }) => text.length <= 450)).toBe(true)
    const many = buildDocument({ blocks: Array.from({ length: 100_000 }, (_, i) => body(`第${i}行`)) })
    expect(chunkDocument(many).at(-1)?.text.endsWith('第99999行')).toBe(true)
    const broken = Array.from({ length: 100_000 }, (_, i) => `第${i}行写得很${i % 7 === 6 ? '完。' : '长，'}`)
    expect(chunkDocument(buildDocument({ blocks: [body(broken.join('\n'))] })).at(-1)?.hardSplit).toBe(false)
  })
})

/** Adds one to every character of the range that a reader sees. */
function addVisible(covers: Uint8Array, range: Range, gaps: readonly Gap[] = []): void {
  for (let at = range.start; at < range.end; at++) {
    if (!gaps.some((gap) => gap.start <= at && at < gap.end)) covers[at]! += 1
  }
}

function documents(): fc.Arbitrary<Document> {
  const clause = fc.tuple(
    fc.integer({ min: 1, max: 90 }),
    fc.constantFrom('。', '，', '；', '！”', '，\n', '……', ''),
  )
  const text = fc.array(clause, { minLength: 1, maxLength: 12 }).map((clauses) =>
    clauses
      .map(([length, mark]) => '文字'.repeat(length).slice(0, length) + mark)
      .join('')
      .trim(),
  )
  const line = fc.integer({ min: 0, max: 999 }).map((n) => `第${n}幅图片`)
  const block: fc.Arbitrary<Block> = fc.oneof(
    { weight: 6, arbitrary: text.map(body) },
    {
      weight: 2,
      arbitrary: fc.tuple(line, fc.integer({ min: 2, max: 4 })).map(([name, level]) => heading(name, level)),
    },
    { weight: 2, arbitrary: line.map((name): Block => ({ kind: 'caption', text: name })) },
    { weight: 1, arbitrary: text.map((value): Block => ({ kind: 'note', text: value })) },
    { weight: 1, arbitrary: text.map((value): Block => ({ kind: 'table', text: value })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(line, fc.constantFrom('publication' as const, 'running' as const))
        .map(([name, of]): Block => ({ kind: 'boilerplate', text: name, of })),
    },
  )
  return fc
    .record({
      blocks: fc.array(block, { maxLength: 12 }),
      separator: fc.constantFrom('\n', '\n\n', '\n　　'),
    })
    .map(buildDocument)
}
