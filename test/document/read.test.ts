// Does every character of a file find its place, and is every bad file refused in words?
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/document/document.ts'
import { explainDocument, readDocument } from '../../src/document/read.ts'
import { AppError } from '../../src/errors.ts'
import type { Range } from '../../src/text/range.ts'
import { anyReport, wrappedReport } from '../fixtures/any-report.ts'

const read = (text: string, path = 'report.txt') => readDocument(Buffer.from(text), { path })

/** The document, or undefined when the text is refused as no report. */
function readable(text: string): Document | undefined {
  try {
    return read(text)
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-input') return undefined
    throw error
  }
}

/** How often each character is covered by headings, paragraphs less their gaps, captions and boilerplate. */
function coverage({ text, outline, paragraphs, captions, boilerplate }: Document): Uint8Array {
  const counts = new Uint8Array(text.length)
  const add = ({ start, end }: Range, by: number) => {
    for (let i = start; i < end; i++) counts[i]! += by
  }
  for (const { inline, headingRange } of outline) if (!inline) add(headingRange, 1)
  for (const { range, gaps } of paragraphs) {
    add(range, 1)
    for (const gap of gaps) add(gap, -1)
  }
  for (const { range } of [...captions, ...boilerplate]) add(range, 1)
  return counts
}

const isSorted = (ranges: readonly Range[]) =>
  ranges.every(({ start, end }, i) => start <= end && (i === 0 || ranges[i - 1]!.start <= start))

describe('readDocument', () => {
  it.each([
    ['a report', anyReport],
    ['wrapped text', wrappedReport],
  ])('puts every character of %s that is not blank into exactly one part', (_, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = readable(text)
        if (document === undefined) return
        const counts = coverage(document)
        const wrong =
          [...document.text].length === 0
            ? -1
            : counts.findIndex((n, i) => /\S/.test(document.text[i]!) && n !== 1)
        expect(wrong === -1 ? '' : document.text.slice(wrong, wrong + 20)).toBe('')
      }),
      { numRuns: 300 },
    )
  })

  it('tiles the text with sections, in order, each heading inside its own', () => {
    fc.assert(
      fc.property(anyReport, (text) => {
        const document = readable(text)
        if (document === undefined) return
        const { outline } = document
        expect(outline[0]!.range.start).toBe(0)
        expect(outline.at(-1)!.range.end).toBe(document.text.length)
        for (const [i, section] of outline.entries()) {
          if (i > 0) expect(section.range.start).toBe(outline[i - 1]!.range.end)
          expect(section.headingRange.start).toBeGreaterThanOrEqual(section.range.start)
          expect(section.headingRange.end).toBeLessThanOrEqual(section.range.end)
          expect(section.path.at(-1)).toBe(section.heading)
        }
        expect(outline.filter(({ role }) => role === 'lead')).toHaveLength(1)
      }),
      { numRuns: 200 },
    )
  })

  it('gives sorted ranges, and gaps inside their paragraph', () => {
    fc.assert(
      fc.property(wrappedReport, (text) => {
        const document = readable(text)
        if (document === undefined) return
        const { paragraphs, captions, boilerplate, outline } = document
        for (const list of [paragraphs, captions, boilerplate, outline])
          expect(isSorted(list.map(({ range }) => range))).toBe(true)
        for (const { range, gaps, section } of paragraphs) {
          expect(isSorted(gaps)).toBe(true)
          expect(gaps.every(({ start, end }) => range.start < start && end < range.end)).toBe(true)
          const { start, end } = outline[section]!.range
          expect(start <= range.start && range.end <= end).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('explains every line that is not blank once, in order', () => {
    fc.assert(
      fc.property(anyReport, (text) => {
        if (readable(text) === undefined) return
        const { document, decisions } = explainDocument(Buffer.from(text), { path: 'a.txt' })
        const filled = document.text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [i + 1]))
        expect(decisions.map(({ line }) => line)).toEqual(filled)
      }),
      { numRuns: 200 },
    )
  })

  it('gives the same bytes the same id, and other bytes or overrides another', () => {
    const first = read('标题\n\n正文在这里，写得不算很长，但也不算短。')
    const again = read('标题\n\n正文在这里，写得不算很长，但也不算短。', 'elsewhere/other.txt')
    const other = read('标题\n\n正文在这里，写得不算很长，但也不算短！')
    const overridden = readDocument(Buffer.from('标题\n\n正文在这里，写得不算很长，但也不算短。'), {
      path: 'report.txt',
      overrides: { title: '别的' },
    })
    expect(first.id).toMatch(/^[0-9a-f]{16}$/)
    expect(again.id).toBe(first.id)
    expect(new Set([first.id, other.id, overridden.id]).size).toBe(3)
  })

  it('takes the file name for a title when the text has none, and says that no heading was found', () => {
    const text = '这一份材料从头到尾只有一段文字，没有标题，也没有小节，写到这里就结束了。'
    const document = read(text, '2024/来信.txt')
    expect(document.title).toBe('来信')
    expect(document.outline[0]!.headingRange).toEqual({ start: 0, end: 0 })
    expect(document.warnings.map(({ code }) => code)).toEqual(['no-heading-found'])
  })

  it('keeps fifty headings in a row as headings, and a heading at the end', () => {
    const headings = Array.from({ length: 50 }, (_, i) => `（${'一二三四五六七八九十'[i % 10]}）第${i}项工作`)
    const document = read(`年度工作要点\n\n${headings.join('\n')}`)
    expect(document.outline.slice(1).map(({ heading }) => heading)).toEqual(headings)
    expect(document.paragraphs).toEqual([])
  })

  it.each([
    ['one line of a megabyte', '全年完成投资十二亿元，同比增长百分之五。'.repeat(18_000), 1],
    [
      'a hundred thousand short lines',
      Array.from({ length: 100_000 }, (_, i) => `第${i}行`).join('\n'),
      99_999,
    ],
    [
      'a hundred thousand captions under a title',
      `标题\n\n正文有一句话，说明这里有图，就是这样。\n\n${'\n\n\n▲ 图\n'.repeat(100_000)}`,
      1,
    ],
  ])('reads %s', (_, text, paragraphs) => {
    expect(read(text).paragraphs).toHaveLength(paragraphs)
  })

  it.each([
    [
      'names that unfold without end',
      Array.from({ length: 20 }, (_, i) => `a${i}: &a${i} [${i === 0 ? '哈' : `*a${i - 1}, `.repeat(9)}]`),
    ],
    ['brackets in brackets', [`a: ${'['.repeat(20_000)}`, 'b: 1']],
    ['a name that is given twice', ['a: 1', 'a: 2']],
  ])('takes a block of settings with %s for text', (_, settings) => {
    const { boilerplate } = read(`---\n${settings.join('\n')}\n---\n\n正文有一句话，说明这里不是设置。`)
    expect(boilerplate.filter(({ kind }) => kind === 'publication')).toEqual([])
  })

  it.each([
    ['an empty file', '', /empty\.txt: .*empty/],
    ['only blanks', ' \n\t\n\u3000\n', /empty\.txt: .*blanks/],
    ['only a byte-order mark', '\ufeff', /empty\.txt: .*blanks/],
    ['only boilerplate', '首页 > 新闻\n\n来源：某某网\n\n— 1 —\n', /empty\.txt: .*furniture/],
    ['NUL inside', '报告\0正文', /empty\.txt: .*binary/],
    ['controls', '\u0001\u0002\u0003\u0004正文', /empty\.txt: .*binary/],
  ])('refuses %s with the name of the file and the reason', (_, text, message) => {
    const act = () => read(text, 'empty.txt')
    expect(act).toThrow(AppError)
    expect(act).toThrow(message)
  })

  it('refuses a file of another format and names those it reads', () => {
    expect(() => read('正文', 'report.exe')).toThrow(
      expect.objectContaining({
        code: 'bad-input',
        hint: expect.stringMatching(/^Supported: \.txt, \.text, \.md, \.markdown, \.docx/),
      }),
    )
  })
})

describe('readDocument of a list', () => {
  it('takes no name in a row of a table for whose list it is', async () => {
    const document = await read(
      '学校一览\n\n学校\t人数\t校长\n青屿市西湖第二中学\t569\t李伟\n青屿市东门第一小学\t840\t郑伟\n',
    )
    expect(document.paragraphs.map(({ kind }) => kind)).toEqual(['table'])
    expect(document.organisation).toBeUndefined()
  })
})
