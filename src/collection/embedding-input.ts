// What does the embedder get of a chunk? Its context line, then its text as a reader sees it, with the sentences marked.
import type { Chunk } from '../chunk/chunk.ts'
import type { PassageInput, PassageVectors } from '../embed/embedder.ts'
import { readable } from '../text/readable.ts'

export function embeddingInput(chunk: Chunk): PassageInput {
  const base = chunk.range.start
  const local = { start: 0, end: chunk.text.length }
  const gaps = chunk.gaps.map((gap) => ({ ...gap, start: gap.start - base, end: gap.end - base }))
  const shown = readable(chunk.text, local, gaps)
  const offset = chunk.header.length + 1
  const spans = chunk.sentences.map(({ start, end }) => ({
    start: offset + shown.fromSource(start - base),
    end: offset + shown.fromSource(end - base - 1) + 1,
  }))
  return { text: `${chunk.header}\n${shown.text}`, spans }
}

/** Unit length within what float32 and a quantised model leave. */
const LENGTH_TOLERANCE = 1e-3

/**
 * Whether the vectors may be stored: a row that isn't finite would rank first in a graph, and one that isn't of unit length
 * makes similarities that mean nothing.
 *
 * @returns what is wrong with them, in words; undefined when nothing is
 */
export function faultOfVectors(
  vectors: PassageVectors,
  spans: number,
  dimension: number,
): string | undefined {
  if (vectors.spanVectors.length !== spans)
    return `${vectors.spanVectors.length} sentence vectors for ${spans} sentences`
  for (const vector of [vectors.vector, ...vectors.spanVectors]) {
    if (vector.length !== dimension) return `a vector of ${vector.length} numbers instead of ${dimension}`
    let squares = 0
    for (const value of vector) squares += value * value
    if (!Number.isFinite(squares)) return 'a vector with a number that is not finite'
    if (Math.abs(Math.sqrt(squares) - 1) > LENGTH_TOLERANCE)
      return `a vector of length ${Math.sqrt(squares).toFixed(3)}`
  }
  return undefined
}
