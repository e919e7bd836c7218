// What does the reader need from a file format? Its text, normalised once, and what the file itself says of its lines.
import type { Document, Warning } from '../document.ts'
import type { FrontMatter } from '../metadata.ts'

/** What a file says about a line of its text, where plain text would leave it to the rules. */
export type Mark = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'title' | 'table' | 'caption' | 'footnote' | 'bold' }
  /** 1 is the highest. */
  | { readonly kind: 'heading'; readonly depth: number }
)

/** Paragraphs are known, so no line is joined with another by its width. */
export interface Structure {
  /** One for a line at most, in text order. */
  readonly marks: readonly Mark[]
  /** Offset at which each page or slide begins, the first at 0; absent where a file has no pages. */
  readonly pages?: readonly number[]
}

export interface FormatText {
  /** As `normaliseText` gives it. */
  readonly text: string
  readonly encoding: Document['encoding']
  readonly structure?: Structure
  /** What the file says about itself outside of its text. */
  readonly front?: FrontMatter
  readonly warnings?: readonly Warning[]
}

interface Named {
  readonly name: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
}

/** Simple enough to be read in this process. */
export interface Format extends Named {
  readonly kind: 'text'
  /** Undefined when the bytes are no text. */
  readText(bytes: Uint8Array): FormatText | undefined
}

/** Read behind the fence only: its parser can be made to eat memory or time. */
export interface FencedFormat extends Named {
  readonly kind: 'fenced'
  /** @throws UnreadableFile */
  load(): Promise<FencedReader>
}

export type FencedReader = (bytes: Uint8Array) => FormatText | Promise<FormatText>
