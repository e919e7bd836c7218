// Which vectors does a document's chunks get? Those it had where nothing changed, new ones for the rest.
import type { Chunk } from '../chunk/chunk.ts'
import type { Embedder, EmbedOptions, PassageInput, PassageVectors } from '../embed/embedder.ts'
import type { ChunkRecord } from './collection.ts'
import { embeddingInput, faultOfVectors } from './embedding-input.ts'
import { quantiseRows } from './quantise.ts'

export type ChunkVectors = Pick<ChunkRecord, 'vector' | 'sentenceVectors' | 'sentenceScales'>

/** A chunk on its way: what the embedder gets of it, or the vectors it had before. */
export interface PreparedChunk {
  readonly chunk: Chunk
  readonly input: PassageInput
  readonly held?: ChunkVectors
}

/** @param before chunks of the version that is replaced, embedded by the same embedder */
export function prepareChunks(chunks: readonly Chunk[], before: Iterable<ChunkRecord>): PreparedChunk[] {
  const held = new Map<string, ChunkVectors>()
  for (const { chunk, vector, sentenceVectors, sentenceScales } of before) {
    held.set(keyOf(embeddingInput(chunk)), { vector, sentenceVectors, sentenceScales })
  }
  return chunks.map((chunk) => {
    const input = embeddingInput(chunk)
    const vectors = held.get(keyOf(input))
    return vectors === undefined ? { chunk, input } : { chunk, input, held: vectors }
  })
}

/** The same text with the same sentences gives the same vectors. */
function keyOf({ text, spans }: PassageInput): string {
  return JSON.stringify([text, spans])
}

/** Chunks whose vectors are checked and quantised in one slice: some 5 ms. */
const SLICE = 32

/**
 * Embeds what has no vectors yet, all in one call, so that the embedder can sort by length and fill its batches.
 *
 * @returns per chunk its vectors, or in words why they can't be stored
 */
export async function completeVectors(
  chunks: readonly PreparedChunk[],
  embedder: Embedder,
  { giveWay, ...options }: EmbedOptions & { readonly giveWay: () => Promise<void> },
): Promise<(ChunkVectors | string)[]> {
  const inputs = chunks.filter(({ held }) => held === undefined).map(({ input }) => input)
  const embedded = inputs.length === 0 ? [] : await embedder.embedPassages(inputs, options)
  const complete: (ChunkVectors | string)[] = []
  let next = 0
  for (const { held, input } of chunks) {
    if (complete.length % SLICE === 0) await giveWay()
    complete.push(held ?? storableVectors(embedded[next++], input, embedder.dimension))
  }
  return complete
}

function storableVectors(
  vectors: PassageVectors | undefined,
  { spans }: PassageInput,
  dimension: number,
): ChunkVectors | string {
  if (vectors === undefined) return 'no vector'
  const fault = faultOfVectors(vectors, spans.length, dimension)
  if (fault !== undefined) return fault
  const { values, scales } = quantiseRows(vectors.spanVectors, dimension)
  return { vector: vectors.vector, sentenceVectors: values, sentenceScales: scales }
}
