// What has to be done? The source's items against what is known of their paths; nothing is read or written yet.
import { CHUNKER_VERSION } from '../chunk/split.ts'
import { READER_VERSION } from '../document/read.ts'
import type { Embedder } from '../embed/embedder.ts'
import { AppError } from '../errors.ts'
import type { DocumentSource, FileOutcome, LearnOptions, SourceItem } from './collection.ts'
import { embedderWords } from './embedder-words.ts'
import { REBUILD_HINT } from './faults.ts'
import type { FileRow, HeldDocument, State } from './record.ts'

export interface Plan {
  /** Of items that need not be read. */
  readonly settled: readonly FileOutcome[]
  /** New ones and those whose stamp is another one, in the order of the source. */
  readonly toRead: readonly SourceItem[]
  /** Known paths that the source no longer offers, unless they are to be kept. */
  readonly gone: readonly FileRow[]
}

export async function listItems(
  source: DocumentSource,
  { signal, onProgress }: LearnOptions,
): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of source.items(signal)) {
    signal?.throwIfAborted()
    items.push(item)
  }
  onProgress?.({ kind: 'scanned', files: items.length })
  return items
}

/** @throws AppError `index-stale` when the vectors held are of another embedder */
export function refuseOtherEmbedder({ documents, embedder: held }: State, embedder: Embedder): void {
  if (documents === 0 || held === undefined || held.fingerprint === embedder.fingerprint) return
  throw new AppError(
    'index-stale',
    `The collection was learnt with ${embedderWords(held)}; the embedder is ${embedderWords(embedder)}, ` +
      'whose vectors don’t compare with those.',
    { hint: `${REBUILD_HINT} Or choose the former model again.` },
  )
}

export function planLearning(
  items: readonly SourceItem[],
  rows: Iterable<FileRow>,
  documents: ReadonlyMap<string, HeldDocument>,
  mayRemovePath: (path: string) => boolean,
): Plan {
  const known = new Map([...rows].map((row) => [row.path, row]))
  const settled: FileOutcome[] = []
  const toRead: SourceItem[] = []
  for (const item of items) {
    const row = known.get(item.path)
    const outcome = row?.stamp === stampOf(item) ? settledOutcome(row, documents) : undefined
    if (outcome === undefined) toRead.push(item)
    else settled.push(outcome)
    known.delete(item.path)
  }
  return { settled, toRead, gone: [...known.values()].filter(({ path }) => mayRemovePath(path)) }
}

/** What is compared: chunks cut by another version are cut again although the file is the same. */
export function stampOf(item: SourceItem): string {
  return `${READER_VERSION} ${CHUNKER_VERSION} ${item.stamp}`
}

function settledOutcome(row: FileRow, documents: ReadonlyMap<string, HeldDocument>): FileOutcome | undefined {
  if (row.refusal !== undefined) return { kind: 'refused', path: row.path, ...row.refusal }
  const held = documents.get(row.documentId ?? '')
  if (held === undefined) return undefined
  const kind = held.summary.path === row.path ? 'unchanged' : 'duplicate'
  return { kind, path: row.path, documentId: held.summary.id }
}
