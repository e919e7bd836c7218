// What may stand together in a chunk? Runs: neighbouring paragraphs of one kind in one section.
import type { Document } from '../document/document.ts'
import type { Gap, Range } from '../text/range.ts'
import { contains } from '../text/range.ts'
import { trimRange } from '../text/sentences.ts'
import type { ChunkKind } from './chunk.ts'

/** A paragraph, caption or line that is cut as one. */
interface Piece {
  readonly kind: ChunkKind
  readonly section: number
  /** Without blank space around it. */
  readonly range: Range
  readonly gaps: readonly Gap[]
}

/** Never empty; in text order. */
export type Run = readonly Piece[]

/**
 * Body paragraphs run on over captions, notes and page furniture between them, not over a table; notes join only when
 * nothing but blank space is between; every caption and every table stays alone.
 */
export function gatherRuns(document: Document): Run[] {
  const pieces = piecesOf(document)
  const runs: Piece[][] = []
  let body: Piece[] | undefined
  let previous: Piece | undefined
  for (const piece of pieces) {
    if (piece.kind === 'table' || piece.section !== previous?.section) body = undefined
    if (piece.kind === 'body' && body !== undefined) body.push(piece)
    else if (
      piece.kind === 'note' &&
      previous?.kind === 'note' &&
      areNeighbours(document.text, previous, piece)
    ) {
      runs.at(-1)?.push(piece)
    } else {
      const run = [piece]
      runs.push(run)
      if (piece.kind === 'body') body = run
    }
    previous = piece
  }
  return runs
}

/** Everything that is searched, in text order. People ask who edited and when it was published, so such lines are notes. */
function piecesOf(document: Document): Piece[] {
  const pieces: Piece[] = []
  const add = (kind: ChunkKind, section: number, range: Range, gaps: readonly Gap[]) => {
    const trimmed = trimRange(document.text, range)
    if (trimmed.start < trimmed.end) pieces.push({ kind, section, range: trimmed, gaps })
  }
  for (const { kind, section, range, gaps } of document.paragraphs) add(kind, section, range, gaps)
  for (const { section, range } of document.captions) add('caption', section, range, [])
  for (const { kind, range } of document.boilerplate) {
    if (kind === 'publication') add('note', sectionAt(document, range), range, [])
  }
  return pieces.sort((a, b) => a.range.start - b.range.start || b.range.end - a.range.end)
}

function sectionAt(document: Document, range: Range): number {
  return Math.max(
    0,
    document.outline.findLastIndex((section) => contains(section.range, range)),
  )
}

function areNeighbours(text: string, a: Piece, b: Piece): boolean {
  return a.section === b.section && text.slice(a.range.end, b.range.start).trim() === ''
}
