// Which parts of a text are lit? Cuts it into lit and plain pieces; no element is made here.
import type { Gap, Range } from '../../text/range.ts'

export interface Piece {
  readonly text: string
  /** Names the class of a lit one. */
  readonly mark?: string
}

export interface Layer {
  readonly range: Range
  readonly mark: string
}

/**
 * @param layers later ones win where they overlap
 * @returns together the whole text, none empty, neighbours marked differently
 */
export function cutPieces(text: string, layers: readonly Layer[]): Piece[] {
  const inside = (offset: number) => Math.min(Math.max(offset, 0), text.length)
  const cuts = new Set([0, text.length])
  for (const { range } of layers) cuts.add(inside(range.start)).add(inside(range.end))
  const sorted = [...cuts].sort((a, b) => a - b)
  const pieces: Piece[] = []
  for (const [place, start] of sorted.entries()) {
    const end = sorted[place + 1]
    if (end === undefined) break
    const mark = layers.findLast(({ range }) => range.start <= start && end <= range.end)?.mark
    const before = pieces.at(-1)
    const cut = text.slice(start, end)
    if (before !== undefined && before.mark === mark) {
      pieces[pieces.length - 1] = { ...before, text: before.text + cut }
    } else pieces.push({ text: cut, ...(mark !== undefined && { mark }) })
  }
  return pieces
}

/**
 * What a reader sees of a range: gaps are replaced, the lit range is marked `lit`.
 *
 * @param gaps in order, not overlapping
 * @param lit in offsets of the source
 */
export function visiblePieces(
  source: string,
  range: Range,
  gaps: readonly Gap[],
  lit: Range | undefined,
): Piece[] {
  const pieces: Piece[] = []
  const push = (start: number, end: number) => {
    if (start >= end) return
    const layers = lit ? [{ range: { start: lit.start - start, end: lit.end - start }, mark: 'lit' }] : []
    pieces.push(...cutPieces(source.slice(start, end), layers))
  }
  let at = range.start
  for (const gap of gaps) {
    if (gap.end <= at || gap.start >= range.end) continue
    push(at, gap.start)
    if (gap.replacement !== '') pieces.push({ text: gap.replacement })
    at = gap.end
  }
  push(at, range.end)
  return pieces
}
