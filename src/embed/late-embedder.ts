// An embedder that is known before it is loaded: whose vectors they are is asked more often than for vectors.
import { lazily } from '../lazily.ts'
import type { Embedder } from './embedder.ts'
import { type ModelFolder, maxRowTokens } from './model-folder.ts'

/** @param load called once, at the first text; again at the next one when it failed */
export function createLateEmbedder(
  { id, dimension, positions, fingerprint }: ModelFolder,
  load: () => Promise<Embedder>,
): Embedder {
  const embedder = lazily(load)
  return {
    id,
    dimension,
    maxTokens: Math.min(maxRowTokens, positions),
    fingerprint,
    spansInContext: true,
    embedPassages: async (items, options) => (await embedder.get()).embedPassages(items, options),
    embedQuery: async (text, options) => (await embedder.get()).embedQuery(text, options),
    close: embedder.close,
  }
}
