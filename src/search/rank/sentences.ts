// Which sentence of a chunk is nearest to the question?
import type { ChunkRecord } from '../../collection/collection.ts'

export interface BestSentence {
  /** Index into the chunk's sentences; undefined when it has none. */
  readonly index: number | undefined
  /** Cosine; the chunk's own when it has no sentence. */
  readonly similarity: number
}

/** @param question unit vector of the same dimension as the record's */
export function bestSentence(
  question: Float32Array,
  {
    sentenceVectors,
    sentenceScales,
    vector,
  }: Pick<ChunkRecord, 'sentenceVectors' | 'sentenceScales' | 'vector'>,
): BestSentence {
  let best: BestSentence = { index: undefined, similarity: Number.NEGATIVE_INFINITY }
  for (let index = 0; index < sentenceScales.length; index++) {
    const similarity = sentenceSimilarity(question, { sentenceVectors, sentenceScales }, index)
    if (similarity > best.similarity) best = { index, similarity }
  }
  return best.index === undefined ? { index: undefined, similarity: dot(question, vector) } : best
}

/** Cosine of the question with one sentence of a chunk. */
export function sentenceSimilarity(
  question: Float32Array,
  { sentenceVectors, sentenceScales }: Pick<ChunkRecord, 'sentenceVectors' | 'sentenceScales'>,
  index: number,
): number {
  const base = index * question.length
  let sum = 0
  for (let i = 0; i < question.length; i++) sum += (question[i] ?? 0) * (sentenceVectors[base + i] ?? 0)
  return sum * (sentenceScales[index] ?? 0)
}

/** Cosine of two unit vectors of the same dimension. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
