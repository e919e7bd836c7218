// Which vectors have these texts? For whoever wants the vectors alone: no sentences, no searching.
import type { Embedder } from './embedder.ts'

export interface EmbedTextsOptions {
  /** What the texts are: models of this kind tell questions from what is searched. Default `passage`. */
  readonly as?: 'passage' | 'query'
  readonly signal?: AbortSignal
}

export interface Embedded {
  /** The model's folder name or id. */
  readonly model: string
  /** Numbers in a vector. */
  readonly dimension: number
  /** Unit length, in the order of the texts; of a text longer than the model reads, its beginning. */
  readonly vectors: readonly Float32Array[]
}

/** @throws what the embedder throws */
export async function embedTexts(
  embedder: Embedder,
  texts: readonly string[],
  { as = 'passage', signal }: EmbedTextsOptions = {},
): Promise<Embedded> {
  const { id: model, dimension } = embedder
  const options = signal ? { signal } : {}
  if (as === 'passage') {
    const items = texts.map((text) => ({ text, spans: [] }))
    const passages = await embedder.embedPassages(items, options)
    return { model, dimension, vectors: passages.map(({ vector }) => vector) }
  }
  const vectors: Float32Array[] = []
  for (const text of texts) vectors.push(await embedder.embedQuery(text, options))
  return { model, dimension, vectors }
}
