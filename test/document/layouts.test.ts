// Is the outline of each invented layout exactly what a person reads in it?
import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Document } from '../../src/document/document.ts'
import { outlineJson } from '../../src/document/outline-json.ts'
import { readDocument } from '../../src/document/read.ts'

const layoutSchema = z.strictObject({
  file: z.string(),
  title: z.string(),
  subtitle: z.string().optional(),
  organisation: z.string().optional(),
  aliases: z.array(z.string()),
  date: z.string().optional(),
  /** Indented by level; ↵ marks a head that runs into its paragraph. */
  headings: z.array(z.string()),
  captions: z.array(z.string()),
  boilerplate: z.array(z.string()),
  /** Beginning and end of every paragraph after joining. */
  paragraphs: z.array(z.string()),
})
type Layout = z.infer<typeof layoutSchema>

const FOLDER = new URL('../fixtures/layouts/', import.meta.url)
const LAYOUTS = z
  .array(layoutSchema)
  .parse(JSON.parse(readFileSync(new URL('outlines.json', FOLDER), 'utf8')))

function layoutOf(document: Document): Layout {
  const { path, title, subtitle, organisation, aliases, date, outline } = document
  const { captions, boilerplate, paragraphs } = outlineJson(document)
  return {
    file: path,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(organisation !== undefined && { organisation }),
    aliases: [...aliases],
    ...(date !== undefined && { date }),
    headings: outline
      .slice(1)
      .map(({ level, heading, inline }) => `${'  '.repeat(level - 2)}${heading}${inline ? ' ↵' : ''}`),
    captions: captions.map(({ text }) => text),
    boilerplate: boilerplate.map(({ text }) => text),
    paragraphs: paragraphs.map(endsOf),
  }
}

function endsOf(paragraph: string): string {
  const text = paragraph.replaceAll(/\s+/g, ' ')
  return text.length <= 20 ? text : `${text.slice(0, 8)}…${text.slice(-8)}`
}

const readLayout = (file: string, change = (text: string) => text) =>
  readDocument(Buffer.from(change(readFileSync(new URL(file, FOLDER), 'utf8'))), { path: file })

describe('readDocument on other layouts', () => {
  it.each(LAYOUTS)('reads $file as a person would', (layout) => {
    expect(layoutOf(readLayout(layout.file))).toEqual(layout)
  })

  it.each(LAYOUTS)('reads $file the same with line ends of Windows', (layout) => {
    const document = readLayout(layout.file, (text) => text.replaceAll('\n', '\r\n'))
    expect(layoutOf(document)).toEqual(layout)
  })

  it.each(LAYOUTS)('finds no other heading in $file when every blank line is gone', (layout) => {
    const document = readLayout(layout.file, (text) => text.replaceAll(/\n(?:\s*\n)+/g, '\n'))
    const headings = new Set(layout.headings.map((heading) => heading.trim()))
    const invented = layoutOf(document).headings.filter((heading) => !headings.has(heading.trim()))
    expect(invented).toEqual([])
  })

  it.each(['big5', 'gb18030', 'utf16-le', 'utf16-be'])('reads traditional.txt the same in %s', (encoding) => {
    const file = 'traditional.txt'
    const bytes = iconv.encode(readFileSync(new URL(file, FOLDER), 'utf8'), encoding)
    const layout = LAYOUTS.find((known) => known.file === file)
    expect(layoutOf(readDocument(bytes, { path: file }))).toEqual(layout)
  })
})
