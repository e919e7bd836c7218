// Does the reader understand the five reports that the program comes with as a person would?
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Document } from '../../src/document/document.ts'
import { readDocument } from '../../src/document/read.ts'

const words = z.string().min(1)

/** An outline as a person wrote it down; the names are those of `Document` where they mean the same. */
const outlineSchema = z.strictObject({
  file: words,
  title: words,
  subtitle: words.optional(),
  series: words.optional(),
  organisation: words,
  aliases: z.array(words),
  date: words.optional(),
  source: words.optional(),
  editor: words.optional(),
  authors: z.array(words),
  headings: z.array(
    z.strictObject({
      level: z.int().positive(),
      heading: words,
      inline: z.boolean(),
      role: z.enum(['series', 'lead', 'editor-note', 'section']),
    }),
  ),
  /** `under`: the heading that the caption belongs to. */
  captions: z.array(z.strictObject({ text: words, under: words })),
  /** Headings of the sections that stop in mid-sentence. */
  truncated: z.array(words),
  /** The last and the first characters of two lines that are one sentence. */
  joins: z.array(z.tuple([words, words])),
  boilerplate: z.array(words),
})
type Outline = z.infer<typeof outlineSchema>

const corpus = new URL('../../corpus/', import.meta.url)
const fixture = new URL('../fixtures/corpus-outlines.json', import.meta.url)
const outlines = z.array(outlineSchema).parse(JSON.parse(readFileSync(fixture, 'utf8')))

/** Characters on each side of a join that the fixture gives. */
const JOIN_CONTEXT = 6

const headingAt = (document: Document, section: number) => document.outline[section]!.heading

/** What the reader made of a file, in the form of the fixture. */
function outlineOf(document: Document): Outline {
  const { text, outline, captions, boilerplate, paragraphs } = document
  const { path: file, title, subtitle, series, organisation, date, source, editor } = document
  return {
    file,
    title,
    ...(subtitle !== undefined && { subtitle }),
    ...(series !== undefined && { series }),
    organisation: organisation ?? 'none was found',
    aliases: [...document.aliases].sort(),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(editor !== undefined && { editor }),
    authors: [...document.authors],
    headings: outline.map(({ level, heading, inline, role }) => ({ level, heading, inline, role })),
    captions: captions.map((caption) => ({
      text: caption.text,
      under: headingAt(document, caption.section),
    })),
    truncated: outline.filter((section) => section.truncated).map((section) => section.heading),
    joins: paragraphs.flatMap(({ gaps }) =>
      gaps.map(({ start, end }): [string, string] => [
        text.slice(start - JOIN_CONTEXT, start),
        text.slice(end, end + JOIN_CONTEXT),
      ]),
    ),
    boilerplate: boilerplate.map((line) => line.text),
  }
}

describe('readDocument on the bundled reports', () => {
  it.each(outlines)('reads $file as a person would', (expected) => {
    const bytes = readFileSync(new URL(expected.file, corpus))
    const document = readDocument(bytes, { path: expected.file })
    expect(outlineOf(document)).toEqual({ ...expected, aliases: [...expected.aliases].sort() })
  })
})
