// How is a folder asked that nothing shall be kept of? A collection in memory with its searcher and its answers.
import { type Answerer, createAnswerer } from './answer/answerer.ts'
import type { Collection } from './collection/collection.ts'
import { openCollection } from './collection/open.ts'
import type { Embedder } from './embed/embedder.ts'
import type { Searcher } from './search/passage.ts'
import { openSearcher } from './search/searcher.ts'

/** An empty collection in memory with its searcher: for evaluation and tests. */
export interface MemoryParts {
  readonly collection: Collection
  readonly embedder: Embedder
  readonly searcher: Searcher
  readonly answerer: Answerer
  /** Leaves the embedder open: it was handed in. */
  close(): Promise<void>
}

export async function openMemoryParts(embedder: Embedder): Promise<MemoryParts> {
  const collection = openCollection({ folder: ':memory:' })
  const searcher = await openSearcher({ collection, embedder })
  return {
    collection,
    embedder,
    searcher,
    answerer: createAnswerer({
      sources: {
        search: (question, options) => searcher.search(question, options),
        documents: () => collection.documents(),
        document: (id) => collection.document(id),
      },
      embedder: async () => embedder,
    }),
    async close() {
      await searcher.close()
      collection.close()
    },
  }
}
