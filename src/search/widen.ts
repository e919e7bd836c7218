// How much around a chunk is shown? Whole sentences of its neighbours in the same section, while there is room.
import type { Chunk } from '../chunk/chunk.ts'
import { contains, type Gap, type Range } from '../text/range.ts'

/** Longest passage in characters: what a reader takes in at a glance; a chunk has 360 on average and at most this. */
export const MAX_PASSAGE_CHARACTERS = 450
export interface Widened {
  readonly range: Range
  /** Of every chunk that it touches, in text order. */
  readonly gaps: readonly Gap[]
  /** Chunks that it holds whole, the first one included, in text order. */
  readonly whole: readonly Chunk[]
}

/**
 * Widens a chunk, a sentence at a time, after it and before it by turns. An answer that goes on past the cut is shown with
 * its end; short neighbours become one passage.
 *
 * @param before its neighbours, nearest first
 * @param after the same
 * @param text of the document
 */
export function widenChunk(
  chunk: Chunk,
  before: readonly Chunk[],
  after: readonly Chunk[],
  text: string,
): Widened {
  let { start, end } = chunk.range
  const ahead = sentencesWithin(chunk, after, text, 1)
  const behind = sentencesWithin(chunk, before, text, -1)
  for (let grown = true; grown; ) {
    grown = false
    const next = ahead[0]
    if (next !== undefined && next.end - start <= MAX_PASSAGE_CHARACTERS) {
      end = next.end
      ahead.shift()
      grown = true
    }
    const previous = behind[0]
    if (previous !== undefined && end - previous.start <= MAX_PASSAGE_CHARACTERS) {
      start = previous.start
      behind.shift()
      grown = true
    }
  }
  const range = { start, end }
  const touched = [...[...before].reverse(), chunk, ...after].filter(
    (one) => one.range.start < end && one.range.end > start,
  )
  return {
    range,
    gaps: touched.flatMap((one, i) => [...gapBefore(touched[i - 1], one, text), ...one.gaps]),
    whole: touched.filter((one) => contains(range, one.range)),
  }
}

/** Sentences of the neighbours, nearest first, up to the first that doesn't follow on. */
function sentencesWithin(
  chunk: Chunk,
  neighbours: readonly Chunk[],
  text: string,
  direction: 1 | -1,
): Range[] {
  const sentences: Range[] = []
  let inner = chunk
  for (const neighbour of neighbours) {
    if (!followsOn(inner, neighbour, text, direction)) break
    sentences.push(...(direction === 1 ? neighbour.sentences : neighbour.sentences.toReversed()))
    inner = neighbour
  }
  return sentences
}

/** Of the same kind and section, with nothing but blank space between. */
function followsOn(inner: Chunk, outer: Chunk, text: string, direction: 1 | -1): boolean {
  if (inner.kind !== outer.kind || inner.section !== outer.section) return false
  const [first, second] = direction === 1 ? [inner, outer] : [outer, inner]
  return text.slice(first.range.end, second.range.start).trim() === ''
}

/** Blank space between two chunks is shown as one line break, unless they touch. */
function gapBefore(previous: Chunk | undefined, chunk: Chunk, text: string): Gap[] {
  if (previous === undefined) return []
  const { end: start } = previous.range
  const { start: end } = chunk.range
  return start === end || text.slice(start, end) === '\n' ? [] : [{ start, end, replacement: '\n' }]
}
