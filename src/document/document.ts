// What is one file, once it was read? The types that everything after reading works on.
import type { Gap, Range } from '../text/range.ts'

export type SectionRole = 'series' | 'lead' | 'editor-note' | 'section'

/** A heading and the text that is its own, up to the next heading of any level. */
export interface Section {
  /** 1 is the document (its title), 2 a section, 3 a sub-section, … */
  readonly level: number
  /** As a reader would say it: the lines of a two-line heading joined with a space, marks such as `#` left out. */
  readonly heading: string
  /** Headings from the title down to this one, itself included. */
  readonly path: readonly string[]
  /** The heading is the first sentence of its paragraph (and also stays in the text). */
  readonly inline: boolean
  readonly role: SectionRole
  /** The heading's own characters; empty (start = end) when the title was taken from the file's name. */
  readonly headingRange: Range
  /** From the heading's start (the first section: from 0) to the next heading's start (or the end of the text). */
  readonly range: Range
  /** The source stops in mid-sentence at the end of this section. */
  readonly truncated: boolean
}

export type ParagraphKind = 'body' | 'note' | 'table'

/** Running text after joining broken lines. `note`: byline, subtitle, kicker, editor's note, signature. */
export interface Paragraph {
  readonly kind: ParagraphKind
  readonly range: Range
  /** Line breaks (and page furniture between the halves of a sentence) that the reader doesn't see. */
  readonly gaps: readonly Gap[]
  /** Index into `outline`. */
  readonly section: number
}

export interface Caption {
  readonly range: Range
  /** The line, trimmed. */
  readonly text: string
  /** Index into `outline`. */
  readonly section: number
}

export type BoilerplateKind =
  | 'publication'
  | 'navigation'
  | 'credit'
  | 'legal'
  | 'advert'
  | 'contents'
  | 'running'

/** A line that is not of the report: it is kept for citation and left out of the search text. */
export interface Boilerplate {
  readonly kind: BoilerplateKind
  readonly range: Range
  readonly text: string
}

export interface Warning {
  /** Stable, kebab-case: `damaged-encoding`, `truncated-section`, `no-heading-found`, `caption-guess`, … */
  readonly code: string
  readonly message: string
}

/** What was decided about one line and by which rule; shown by `wenbao outline --explain`. */
export interface LineDecision {
  /** 1-based. */
  readonly line: number
  readonly range: Range
  readonly kind: string
  readonly rule: string
  readonly level?: number
}

/**
 * One file as read. Headings, paragraphs, captions, boilerplate and blank space together cover `text` once
 * (an inline heading lies inside its paragraph and is not counted twice).
 */
export interface Document {
  /** First 16 hex digits of sha256(reader version, bytes, overrides): same bytes, same version, same id. */
  readonly id: string
  /** Relative to the folder that was learnt, with `/`. */
  readonly path: string
  /** Of the file's bytes, hex. */
  readonly sha256: string
  readonly encoding: { readonly name: string; readonly decidedBy: string; readonly damagedCharacters: number }
  readonly title: string
  readonly subtitle?: string
  /** Banner of a series that the report appeared in. */
  readonly series?: string
  /** Official name in full. */
  readonly organisation?: string
  /** Other names of the organisation, as found, without the official one. */
  readonly aliases: readonly string[]
  /** ISO: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date?: string
  /** Which line the date was taken from: `publication-line`, `front-matter`, `title`, `signature`, `override`. */
  readonly dateFrom?: string
  /** Years that the report is about, by its title or subtitle (2024年度…), ascending. */
  readonly years: readonly number[]
  readonly source?: string
  readonly authors: readonly string[]
  readonly editor?: string
  /** Normalised once: no BOM, `\n`, NFC. Every range points into it. */
  readonly text: string
  /** In text order; the first is the title (level 1), or the banner of the series that stands above it. */
  readonly outline: readonly Section[]
  readonly paragraphs: readonly Paragraph[]
  readonly captions: readonly Caption[]
  readonly boilerplate: readonly Boilerplate[]
  /** Offset at which each page or slide begins, the first at 0; absent for formats without pages. */
  readonly pages?: readonly number[]
  readonly warnings: readonly Warning[]
}
