// Which caption belongs to what begins here? The one right above, with nothing but blanks between.
import { partitionPoint } from './partition.ts'
import type { Range } from './range.ts'

interface Captioned {
  readonly text: string
  /** In text order. */
  readonly captions: readonly { readonly range: Range; readonly text: string }[]
}

/** @param start offset at which a table begins */
export function captionAbove({ text, captions }: Captioned, start: number): string | undefined {
  const above = captions[partitionPoint(captions, ({ range }) => range.end <= start) - 1]
  return above !== undefined && text.slice(above.range.end, start).trim() === '' ? above.text : undefined
}
