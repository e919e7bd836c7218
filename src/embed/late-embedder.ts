// An embedder that is known before it is loaded: whose vectors they are is asked more often than for vectors.
import type { Embedder } from './embedder.ts'
import { type ModelFolder, maxRowTokens } from './model-folder.ts'

/** @param load called once, at the first text; again at the next one when it failed */
export function createLateEmbedder(
  { id, dimension, positions, fingerprint }: ModelFolder,
  load: () => Promise<Embedder>,
): Embedder {
  let loading: Promise<Embedder> | undefined
  const loaded = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined
      throw error
    })
    return loading
  }
  return {
    id,
    dimension,
    maxTokens: Math.min(maxRowTokens, positions),
    fingerprint,
    spansInContext: true,
    embedPassages: async (items, options) => (await loaded()).embedPassages(items, options),
    embedQuery: async (text, options) => (await loaded()).embedQuery(text, options),
    async close() {
      await (await loading)?.close()
    },
  }
}
