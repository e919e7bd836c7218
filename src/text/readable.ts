// What does a reader see of a range whose broken lines were joined?
import { partitionPoint } from './partition.ts'
import type { Gap, Range } from './range.ts'

/** A range as the reader sees it, with the way back to the text it came from. */
export interface Readable {
  readonly text: string
  /** Offset in the source of the character at `offset` of `text`; `text.length` gives the end of the range. */
  toSource(offset: number): number
  /** Offset in `text` of the source offset; one inside a gap gives the place where the gap was. */
  fromSource(offset: number): number
}

interface Piece {
  readonly readableStart: number
  readonly sourceStart: number
  readonly sourceEnd: number
  readonly shown: string
  readonly isGap: boolean
}

/**
 * Cuts the gaps out of a range.
 *
 * @param gaps in text order, not overlapping; those outside the range are passed over
 */
export function readable(source: string, range: Range, gaps: readonly Gap[]): Readable {
  const pieces = cutPieces(source, range, gaps)
  const visible = pieces.filter((piece) => piece.shown !== '')
  const text = visible.map((piece) => piece.shown).join('')
  return {
    text,
    toSource(offset) {
      if (offset >= text.length) return range.end
      const piece = visible[partitionPoint(visible, (p) => p.readableStart <= offset) - 1]
      if (piece === undefined) return range.start
      return piece.isGap ? piece.sourceStart : piece.sourceStart + offset - piece.readableStart
    },
    fromSource(offset) {
      const piece = pieces[partitionPoint(pieces, (p) => p.sourceStart <= offset) - 1]
      if (piece === undefined) return 0
      if (piece.isGap) return piece.readableStart
      return piece.readableStart + Math.min(offset, piece.sourceEnd) - piece.sourceStart
    },
  }
}

function cutPieces(source: string, range: Range, gaps: readonly Gap[]): Piece[] {
  const pieces: Piece[] = []
  let at = range.start
  let readableStart = 0
  const push = (sourceStart: number, sourceEnd: number, shown: string, isGap: boolean) => {
    pieces.push({ readableStart, sourceStart, sourceEnd, shown, isGap })
    readableStart += shown.length
  }
  for (const gap of gaps) {
    if (gap.end <= range.start || gap.start >= range.end) continue
    const start = Math.max(gap.start, range.start)
    const end = Math.min(gap.end, range.end)
    if (start > at) push(at, start, source.slice(at, start), false)
    push(start, end, gap.replacement, true)
    at = end
  }
  if (at < range.end) push(at, range.end, source.slice(at, range.end), false)
  return pieces
}
