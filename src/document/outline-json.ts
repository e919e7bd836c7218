// The outline of a file as `wenbao outline --json` prints it.
import { readable } from '../text/readable.ts'
import type { Document } from './document.ts'

export interface OutlineJson {
  readonly title: string
  readonly subtitle?: string
  readonly organisation?: string
  readonly aliases: readonly string[]
  readonly date?: string
  readonly sections: readonly {
    readonly level: number
    readonly heading: string
    readonly path: readonly string[]
    readonly inline: boolean
    readonly start: number
    readonly end: number
  }[]
  readonly captions: readonly { readonly text: string; readonly start: number; readonly end: number }[]
  readonly boilerplate: readonly { readonly text: string; readonly start: number; readonly end: number }[]
  /** Body text as the reader sees it, broken lines joined. */
  readonly paragraphs: readonly string[]
  readonly warnings: Document['warnings']
}

export function outlineJson(document: Document): OutlineJson {
  const { title, subtitle, organisation, aliases, date, warnings } = document
  return {
    title,
    ...(subtitle === undefined ? {} : { subtitle }),
    ...(organisation === undefined ? {} : { organisation }),
    aliases,
    ...(date === undefined ? {} : { date }),
    sections: document.outline.map(({ level, heading, path, inline, range }) => ({
      level,
      heading,
      path,
      inline,
      start: range.start,
      end: range.end,
    })),
    captions: document.captions.map(({ text, range }) => ({ text, ...range })),
    boilerplate: document.boilerplate.map(({ text, range }) => ({ text, ...range })),
    paragraphs: document.paragraphs.map(({ range, gaps }) => readable(document.text, range, gaps).text),
    warnings,
  }
}
