// How much around a chunk is shown? Whole sentences of its neighbours in the same section, while there is room.
import type { Chunk } from '../../chunk/chunk.ts'
import { contains, type Gap, type Range } from '../../text/range.ts'
import { type Readable, readable } from '../../text/readable.ts'

/** Longest passage in characters: what a reader takes in at a glance; a chunk has 340 on average and at most this. */
export const MAX_PASSAGE_CHARACTERS = 450

export interface Widened {
  /** Of the document. */
  readonly range: Range
  /** What the reader sees of the range; its offsets are those of the document. */
  readonly shown: Readable
  /** Chunks that it holds whole, the first one included, in text order. */
  readonly whole: readonly Chunk[]
}

/**
 * Widens a chunk, a sentence at a time, after it and before it by turns. An answer that goes on past the cut is shown with
 * its end; short neighbours become one passage.
 *
 * @param before chunks that it goes on from, nearest first: nothing but blank space stands between two of them
 * @param after chunks that go on from it, the same
 */
export function widenChunk(chunk: Chunk, before: readonly Chunk[], after: readonly Chunk[]): Widened {
  let { start, end } = chunk.range
  const ahead = after.flatMap(({ sentences }) => sentences)
  const behind = before.flatMap(({ sentences }) => sentences.toReversed())
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
    shown: showChunks(touched, range),
    whole: touched.filter((one) => contains(range, one.range)),
  }
}

/** Read from the chunks alone: a document is longer than a passage by far. */
function showChunks(chunks: readonly Chunk[], range: Range): Readable {
  const base = chunks[0]?.range.start ?? range.start
  const move = ({ start, end }: Range, by: number) => ({ start: start + by, end: end + by })
  let source = ''
  const gaps: Gap[] = []
  for (const chunk of chunks) {
    const between = { start: source.length, end: chunk.range.start - base }
    // Blank space of the document, shown as one line break.
    if (between.start < between.end) gaps.push({ ...between, replacement: '\n' })
    source = source.padEnd(between.end) + chunk.text
    gaps.push(...chunk.gaps.map((gap) => ({ ...gap, ...move(gap, -base) })))
  }
  const shown = readable(source, move(range, -base), gaps)
  return {
    text: shown.text,
    toSource: (offset) => shown.toSource(offset) + base,
    fromSource: (offset) => shown.fromSource(offset - base),
  }
}
