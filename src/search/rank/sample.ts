// What is a usual similarity in this collection? Measured on a fixed sample of chunks, for each question anew.
import type { ChunkRecord } from '../../collection/collection.ts'
import { bestSentence, dot } from './sentences.ts'
import { type Spread, spreadOf } from './standardise.ts'

/** The mean of 64 is known to an eighth of their deviation: enough to compare signals. Costs about 0.5 ms. */
const SAMPLE_CHUNKS = 64

export type Sample = readonly Pick<ChunkRecord, 'vector' | 'sentenceVectors' | 'sentenceScales'>[]

/** Places spread evenly over `count`, all of them when there are few; the same for the same count. */
export function samplePlaces(count: number): number[] {
  const size = Math.min(count, SAMPLE_CHUNKS)
  return Array.from({ length: size }, (_, i) => Math.floor((i * count) / size))
}

export function spreadsOver(
  sample: Sample,
  question: Float32Array,
): { similarity: Spread; sentenceSimilarity: Spread } {
  return {
    similarity: spreadOf(sample.map(({ vector }) => dot(question, vector))),
    sentenceSimilarity: spreadOf(sample.map((record) => bestSentence(question, record).similarity)),
  }
}
