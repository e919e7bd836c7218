// When is the index written again, and what must hold before it is believed?

import type { Sample } from '../rank/sample.ts'
import { checkGraphFile, knownAnswers } from '../vectors/graph-check.ts'
import { HnswIndex } from '../vectors/hnsw.ts'
import { writeLexicalIndex } from '../words/lexical-file.ts'
import { publish } from './derived-files.ts'
import type { SearchIndex } from './search-index.ts'

/** What isn't in the files is read from the collection at the next opening: 5 % of 100,000 chunks take some seconds there. */
const UNSAVED_SHARE = 0.05
/** Vectors asked of the written graph, compared with the one in memory. */
const KNOWN_VECTORS = 20

export function needsSaving(unsaved: number, index: SearchIndex): boolean {
  return unsaved > 0 && unsaved >= UNSAVED_SHARE * index.table.slots
}

/** @throws AppError `disk-full`; file system errors */
export function saveIndex(
  folder: string,
  index: SearchIndex,
  sample: Sample,
  about: { readonly fingerprint: string; readonly changeNumber: number },
): void {
  const { vectors } = index
  const { dimension } = vectors
  publish(
    folder,
    { ...about, dimension },
    {
      postings: (path) => writeLexicalIndex(path, index),
      ...(vectors instanceof HnswIndex && {
        graph: (path) => {
          vectors.write(path)
          const answers = knownAnswers(
            vectors,
            sample.slice(0, KNOWN_VECTORS).map(({ vector }) => vector),
          )
          checkGraphFile(path, dimension, vectors.nodes, answers)
        },
      }),
    },
  )
}
