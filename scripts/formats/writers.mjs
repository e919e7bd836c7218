// How would an office have written this report? A document as read from text, written as DOCX, HTML, PDF and XLSX.
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { runnerImport } from 'vite'
import writeXlsxFile from 'write-excel-file/node'
import { readable } from '../../dist/text/readable.js'

const fixture = new URL('../../test/fixtures/made-pdf.ts', import.meta.url).pathname
const { PAGE, pdfOf, setParagraph } = (await runnerImport(fixture)).module

/** By the ending of the files. */
export const writers = {
  docx: (report) => {
    const levels = [
      HeadingLevel.TITLE,
      HeadingLevel.HEADING_1,
      HeadingLevel.HEADING_2,
      HeadingLevel.HEADING_3,
    ]
    const children = blocksOf(report).map(
      ({ kind, level, text }) =>
        new Paragraph(kind === 'heading' ? { text, heading: levels[level - 1] } : { text }),
    )
    return Packer.toBuffer(new Document({ sections: [{ children }] }))
  },

  html: (report) => {
    const body = blocksOf(report).map(({ kind, level, text }) =>
      kind === 'heading'
        ? `<h${level}>${escaped(text)}</h${level}>`
        : kind === 'caption'
          ? `<figure><img src="x.jpg" width="400" height="300"><figcaption>${escaped(text)}</figcaption></figure>`
          : `<p>　　${escaped(text)}</p>`,
    )
    const links = Array.from({ length: 6 }, (_, i) => `<li><a href="/${i}">栏目${i}的新闻和公告</a></li>`)
    return Buffer.from(
      `<!doctype html><html><head><meta charset="utf-8"><title>${escaped(report.title)}</title></head><body><nav><ul>${links.join('')}</ul></nav><div class="article">${body.join('\n')}</div><div class="related"><h3>相关新闻</h3><ul>${links.join('')}</ul></div><footer>版权所有</footer></body></html>`,
    )
  },

  pdf: (report) => {
    const pages = [[]]
    let y = 80
    const place = (height) => {
      if (y + height > PAGE.height - 70) {
        pages.push([])
        y = 80
      }
      y += height
      return y
    }
    for (const { kind, level, text } of blocksOf(report)) {
      if (kind === 'heading') {
        const size = [18, 15, 13, 12][level - 1]
        place(12)
        for (const line of text.match(new RegExp(`.{1,${Math.floor(460 / size)}}`, 'gsu')) ?? [])
          pages.at(-1).push({ text: line, x: 60, y: place(size * 1.6), size, face: 'hei' })
        continue
      }
      // Line by line, so that a paragraph goes on over the page.
      for (const { text: line, x } of setParagraph(text, { x: 60, y: 0, characters: 45 })) {
        const at = place(16)
        pages.at(-1).push({ text: line, x, y: at })
      }
      place(6)
    }
    return Buffer.from(
      pdfOf({
        pages: pages.map((pieces, i) => [
          { text: '内部资料 注意保存', x: 240, y: 40, size: 9 },
          ...pieces,
          { text: `— ${i + 1} —`, x: 285, y: PAGE.height - 30, size: 9 },
        ]),
      }),
    )
  },

  xlsx: (report) => {
    const rows = []
    let section = report.title
    for (const { kind, text } of blocksOf(report)) {
      if (kind === 'heading') section = text
      else rows.push([{ value: section }, { value: text }])
    }
    const data = [[{ value: '章节' }, { value: '内容' }], ...rows]
    return writeXlsxFile(data, { sheet: report.title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) }).toBuffer()
  },
}

/** Headings, paragraphs and captions in text order. */
function blocksOf(report) {
  const blocks = [
    ...report.outline
      .filter(({ inline, headingRange: { start, end } }) => !inline && end > start)
      .map(({ level, heading, headingRange }) => ({
        kind: 'heading',
        level: Math.min(level, 4),
        text: heading,
        at: headingRange.start,
      })),
    ...report.paragraphs.map(({ range, gaps }) => ({
      kind: 'paragraph',
      text: readable(report.text, range, gaps).text.trim(),
      at: range.start,
    })),
    ...report.captions.map(({ text, range }) => ({ kind: 'caption', text, at: range.start })),
    ...report.boilerplate.map(({ text, range }) => ({ kind: 'paragraph', text, at: range.start })),
  ]
  return blocks.sort((a, b) => a.at - b.at)
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
