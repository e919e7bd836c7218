// Which words does a text have, and what is left of their vectors without what all words have in common?
import { dot } from '../../search/rank/sentences.ts'
import type { Range } from '../../text/range.ts'

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** In order; punctuation is none. */
export function wordsOf(text: string): Range[] {
  return [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike === true ? [{ start: index, end: index + segment.length }] : [],
  )
}

/** A text as the model reads it. */
export interface TextVectors {
  readonly whole: Float32Array
  /** Without what all words have in common: of this model that is most of every vector. */
  readonly words: readonly Float32Array[]
}

/** What all of them have in common: their mean. */
export function commonPart(vectors: readonly Float32Array[]): Float32Array {
  const mean = new Float32Array(vectors[0]?.length ?? 0)
  for (const vector of vectors)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (vector[i] ?? 0) / vectors.length
  return mean
}

/** What is left without the common part, at unit length; zero where nothing is. */
export function apart(vector: Float32Array, common: Float32Array): Float32Array {
  const rest = vector.map((value, i) => value - (common[i] ?? 0))
  const length = Math.sqrt(dot(rest, rest))
  return length === 0 ? rest : rest.map((value) => value / length)
}
