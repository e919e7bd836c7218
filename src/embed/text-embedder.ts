// Passages and questions to unit vectors, with a source that gives one vector a text and shows no tokens.
import type { Embedder, EmbedOptions, PassageInput, PassageVectors } from './embedder.ts'
import type { EmbeddingRecipe } from './recipe.ts'
import { toUnit } from './unit-vector.ts'

export interface TextVectorSource {
  readonly id: string
  readonly dimension: number
  readonly maxTokens: number
  readonly fingerprint: string
  readonly recipe: EmbeddingRecipe
  /** Most texts in one request. */
  readonly textsPerRequest: number
  /** Most requests on their way at once. */
  readonly requestsAtOnce: number
  /** @returns one row [dimension] a text, same order, any length of vector */
  request(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>
}

interface NamedText {
  readonly text: string
  /** For messages. */
  readonly name: string
}

/** Passages whose texts are collected before requests are made of them; progress is told once a round. */
const roundSize = 32

/**
 * Every sentence is sent as a text of its own: a passage of five sentences costs six texts and twice its tokens. Where that
 * matters, a local model gives sentences for nothing.
 */
export function createTextEmbedder(source: TextVectorSource): Embedder {
  const { recipe, textsPerRequest, requestsAtOnce } = source

  async function embedPassages(items: readonly PassageInput[], options: EmbedOptions = {}) {
    const results: PassageVectors[] = []
    for (let start = 0; start < items.length; start += roundSize) {
      const round = items.slice(start, start + roundSize)
      results.push(...(await embedRound(round, start, options.signal)))
      options.onProgress?.(start + round.length)
    }
    return results
  }

  async function embedRound(items: readonly PassageInput[], start: number, signal?: AbortSignal) {
    const texts: NamedText[] = []
    const add = (text: string, name: string) => texts.push({ text: recipe.passagePrefix + text, name }) - 1
    const places = items.map((item, index) => {
      const name = `passage ${start + index + 1}`
      const place = add(item.text, name)
      const spans = item.spans.map((span, i) => {
        const text = item.text.slice(span.start, span.end)
        // Blanks alone say what their passage says.
        return text.trim() === '' ? place : add(text, `${name}, sentence ${i + 1}`)
      })
      return { place, spans }
    })
    const vectors = await embedTexts(texts, signal)
    const at = (place: number) => vectors[place] ?? new Float32Array(source.dimension)
    return places.map(({ place, spans }) => ({ vector: at(place), spanVectors: spans.map(at) }))
  }

  async function embedTexts(texts: readonly NamedText[], signal?: AbortSignal): Promise<Float32Array[]> {
    const requests = inParts(texts, textsPerRequest)
    const vectors: Float32Array[] = []
    for (const together of inParts(requests, requestsAtOnce)) {
      signal?.throwIfAborted()
      const replies = await Promise.all(together.map((part) => embedPart(part, signal)))
      vectors.push(...replies.flat())
    }
    return vectors
  }

  async function embedPart(part: readonly NamedText[], signal?: AbortSignal): Promise<Float32Array[]> {
    const texts = part.map(({ text }) => text)
    const rows = await source.request(texts, signal)
    return rows.map((row, i) => toUnit(row, 'upstream', part[i]?.name ?? 'a text'))
  }

  return {
    id: source.id,
    dimension: source.dimension,
    maxTokens: source.maxTokens,
    fingerprint: source.fingerprint,
    embedPassages,
    async embedQuery(text, { signal } = {}) {
      const [vector] = await embedTexts([{ text: recipe.queryPrefix + text, name: 'the question' }], signal)
      return vector ?? new Float32Array(source.dimension)
    },
    async close() {},
  }
}

function inParts<Item>(items: readonly Item[], size: number): Item[][] {
  const parts: Item[][] = []
  for (let start = 0; start < items.length; start += size) parts.push(items.slice(start, start + size))
  return parts
}
