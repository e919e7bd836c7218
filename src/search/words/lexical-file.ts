// How do the postings and their slots go into one file and come back?

import { ChunkTable, type TableDocument } from '../derived/chunk-table.ts'
import type { LexicalIndex } from '../derived/search-index.ts'
import type { ArrayFile } from './array-file.ts'
import { readArrayFile, writeArrayFile } from './array-file.ts'
import { Bm25 } from './bm25.ts'
import type { Postings } from './postings.ts'

interface Meta {
  readonly documents: readonly TableDocument[]
  /** Chunks of each segment. */
  readonly segments: readonly number[]
}

export function writeLexicalIndex(path: string, { table, bm25 }: LexicalIndex): void {
  const { ordinals, goesOn, documents } = table.parts()
  const { lengths, removed, segments } = bm25.parts()
  const arrays = new Map<string, Float64Array | Uint32Array | Uint16Array | Uint8Array>([
    ['ordinals', ordinals],
    ['goesOn', goesOn],
    ['lengths', lengths],
    ['removed', removed],
  ])
  segments.forEach(({ termIds, starts, places, counts }, i) => {
    arrays.set(`${i}.termIds`, termIds).set(`${i}.starts`, starts)
    arrays.set(`${i}.places`, places).set(`${i}.counts`, counts)
  })
  const meta: Meta = { documents, segments: segments.map(({ chunks }) => chunks) }
  writeArrayFile(path, { meta, arrays })
}

/** The caller has checked the file's checksum, so it holds what was written. */
export function readLexicalIndex(path: string, bytes: number): LexicalIndex {
  const { meta, arrays } = readArrayFile(path, bytes)
  // Written by writeLexicalIndex above.
  const { documents, segments } = meta as Meta
  const table = ChunkTable.of({
    ordinals: arrayOf(arrays, 'ordinals', Uint32Array),
    goesOn: arrayOf(arrays, 'goesOn', Uint8Array),
    documents,
  })
  const bm25 = Bm25.of({
    lengths: arrayOf(arrays, 'lengths', Uint32Array),
    removed: arrayOf(arrays, 'removed', Uint8Array),
    segments: segments.map(
      (chunks, i): Postings => ({
        chunks,
        termIds: arrayOf(arrays, `${i}.termIds`, Float64Array),
        starts: arrayOf(arrays, `${i}.starts`, Uint32Array),
        places: arrayOf(arrays, `${i}.places`, Uint16Array),
        counts: arrayOf(arrays, `${i}.counts`, Uint8Array),
      }),
    ),
  })
  return { table, bm25 }
}

function arrayOf<Kind>(arrays: ArrayFile['arrays'], name: string, kind: new () => Kind): Kind {
  const array = arrays.get(name)
  if (array instanceof kind) return array
  throw new Error(`the postings file holds no ${name}`)
}
