// How does an index come to be? From its files where they hold, from the collection where they don't.
import { join } from 'node:path'
import type { Collection, DocumentSummary } from '../../collection/collection.ts'
import { FlatIndex } from '../vectors/flat.ts'
import { HnswIndex, type HnswLibrary } from '../vectors/hnsw.ts'
import type { VectorIndex } from '../vectors/vector-index.ts'
import { readLexicalIndex } from '../words/lexical-file.ts'
import { type CatchUpOptions, catchUp, differenceOf } from './catch-up.ts'
import { faultOf, type Manifest, type PartName, readManifest } from './derived-files.ts'
import { emptyLexicalIndex, type LexicalIndex, removeDocument, type SearchIndex } from './search-index.ts'

export interface IndexSource extends CatchUpOptions {
  readonly collection: Collection
  /** The documents to be searched. */
  readonly documents: () => readonly DocumentSummary[]
  /** Where the files lie; undefined: memory only. */
  readonly folder?: string
  readonly embedder: { readonly fingerprint: string; readonly dimension: number }
  readonly library: HnswLibrary
}

export interface OpenedIndex {
  readonly index: SearchIndex
  /** What was found unusable, and why. */
  readonly rebuilt: readonly string[]
  /** Chunks that the files don't hold, or hold and shouldn't. */
  readonly unsaved: number
}

export async function openIndex(source: IndexSource): Promise<OpenedIndex> {
  const rebuilt: string[] = []
  const manifest = usableManifest(source, rebuilt)
  const lexical = readPart(source, manifest, 'postings', rebuilt, readLexicalIndex) ?? emptyLexicalIndex()
  const vectors = lexical.table.slots === 0 ? undefined : readGraph(source, manifest, lexical, rebuilt)
  const index = { ...lexical, vectors: vectors ?? emptyVectors(source) }

  const difference = differenceOf(index, source.documents())
  for (const id of difference.removed) removeDocument(index, id)
  if (vectors === undefined) await fillVectors(index, source)
  const changed = await catchUp(index, source.collection, { ...difference, removed: [] }, source)
  const isComplete = manifest?.parts.postings !== undefined && rebuilt.length === 0
  const hasGraph = index.vectors.kind === 'flat' || vectors !== undefined
  return {
    index,
    rebuilt,
    unsaved: isComplete && hasGraph ? changed + difference.removed.length : index.table.slots,
  }
}

/** The same from the collection alone, without gaps of removed chunks. */
export async function buildIndex(source: IndexSource): Promise<SearchIndex> {
  const index = { ...emptyLexicalIndex(), vectors: emptyVectors(source) }
  await catchUp(index, source.collection, { removed: [], added: source.documents() }, source)
  return index
}

function usableManifest(
  { folder, embedder, collection }: IndexSource,
  rebuilt: string[],
): Manifest | undefined {
  if (folder === undefined) return undefined
  const reading = readManifest(folder, embedder)
  if (reading.kind === 'unusable') rebuilt.push(reading.reason)
  if (reading.kind !== 'read') return undefined
  if (reading.manifest.changeNumber > collection.status().changeNumber) {
    rebuilt.push('manifest: newer than the collection')
    return undefined
  }
  return reading.manifest
}

function readPart<Part>(
  { folder }: IndexSource,
  manifest: Manifest | undefined,
  name: PartName,
  rebuilt: string[],
  read: (path: string, bytes: number) => Part,
): Part | undefined {
  const part = manifest?.parts[name]
  if (folder === undefined || part === undefined) return undefined
  const fault = faultOf(folder, part)
  if (fault === undefined) return read(join(folder, part.file), part.bytes)
  rebuilt.push(`${name}: ${fault}`)
  return undefined
}

function readGraph(
  source: IndexSource,
  manifest: Manifest | undefined,
  { table }: LexicalIndex,
  rebuilt: string[],
): VectorIndex | undefined {
  const { library: loaded, embedder } = source
  if (loaded.kind === 'absent') return undefined
  return readPart(source, manifest, 'graph', rebuilt, (path) =>
    HnswIndex.read(loaded.library, path, embedder.dimension, table.liveOrdinals()),
  )
}

function emptyVectors({ library, embedder }: IndexSource): VectorIndex {
  return library.kind === 'loaded'
    ? HnswIndex.create(library.library, embedder.dimension)
    : new FlatIndex(embedder.dimension)
}

/** For postings that came from their file while the graph didn't. */
async function fillVectors(
  { table, vectors }: SearchIndex,
  { collection, giveWay, onTaken }: IndexSource,
): Promise<void> {
  for (const { id } of table.documents.values()) {
    await giveWay()
    for (const { ordinal, vector } of collection.chunksOf(id)) vectors.add(ordinal, vector)
    onTaken?.(vectors.size, table.size)
  }
}
