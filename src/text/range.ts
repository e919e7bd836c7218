// How a part of a text is named: UTF-16 offsets, start inclusive, end exclusive.

export interface Range {
  /** First UTF-16 offset. */
  readonly start: number
  /** Offset after the last one; >= start. */
  readonly end: number
}

/** A part of a text that the reader doesn't see: what stands there instead is `replacement` (often nothing). */
export interface Gap extends Range {
  readonly replacement: '' | ' ' | '\n'
}

export function sliceOf(text: string, range: Range): string {
  return text.slice(range.start, range.end)
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end
}
