// What does the reader need from a file format? Its text, normalised once, and how it was decoded.
import type { Document } from '../document.ts'

export interface FormatText {
  /** As `normaliseText` gives it. */
  readonly text: string
  readonly encoding: Document['encoding']
}

export interface Format {
  readonly name: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Undefined when the bytes aren't of this format, with words for a person in `refuse`. */
  readText(bytes: Uint8Array): FormatText | undefined
  /** Why `readText` gave nothing. */
  readonly refusal: string
}
