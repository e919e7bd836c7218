// An embedder without a model: characters and pairs of them, hashed. For tests and for measuring at sizes no model reaches.
import { createHash } from 'node:crypto'
import type { Embedder, EmbedOptions, PassageInput } from './embedder.ts'
import { toUnit } from './unit-vector.ts'

/** Texts that share characters are near; meaning plays no part. Same text, same vector, on every machine. */
export function createHashingEmbedder(options: { readonly dimension: number }): Embedder {
  const { dimension } = options
  const embed = (text: string) => toUnit(hashNgrams(text, dimension), 'internal', 'a hashed text')
  return {
    id: `hashing-${dimension}`,
    dimension,
    maxTokens: Number.MAX_SAFE_INTEGER,
    fingerprint: createHash('sha256').update(`hashing 1 ${dimension}`).digest('hex'),
    async embedPassages(items: readonly PassageInput[], { signal, onProgress }: EmbedOptions = {}) {
      signal?.throwIfAborted()
      const vectors = items.map(({ text, spans }) => ({
        vector: embed(text),
        spanVectors: spans.map((span) => embed(text.slice(span.start, span.end))),
      }))
      onProgress?.(items.length)
      return vectors
    },
    async embedQuery(text, { signal } = {}) {
      signal?.throwIfAborted()
      return embed(text)
    },
    async close() {},
  }
}

function hashNgrams(text: string, dimension: number): Float32Array {
  const row = new Float32Array(dimension)
  // Sums may cancel out and a blank text has none: one number that stays makes every row usable.
  row[0] = 0.5
  let previous = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code <= 32) continue
    addFeature(row, code)
    if (previous > 0) addFeature(row, previous * 65_536 + code)
    previous = code
  }
  return row
}

/** Signed, so that two features which meet in one place don't always add up. */
function addFeature(row: Float32Array, feature: number): void {
  const hash = mix(feature)
  const place = hash % row.length
  row[place] = (row[place] ?? 0) + (hash & 0x80000000 ? 1 : -1)
}

/** Spreads a number over 32 bits: the finaliser of MurmurHash3, over both halves. */
function mix(feature: number): number {
  let hash = Math.floor(feature / 65_536) * 0x9e3779b1 + (feature % 65_536)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
