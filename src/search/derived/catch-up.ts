// What has changed in the collection since the index was made? Taken in document by document.
import type { Collection, DocumentSummary } from '../../collection/collection.ts'
import {
  addDocuments,
  type PreparedDocument,
  prepareDocument,
  removeDocument,
  type SearchIndex,
} from './search-index.ts'

/** Taken in at one go, while questions wait: some 50 ms with the graph. */
const BATCH_CHUNKS = 64

export interface Difference {
  /** Ids. */
  readonly removed: readonly string[]
  readonly added: readonly DocumentSummary[]
}

/** A document that was learnt again counts as another one: its chunks have other ordinals. */
export function differenceOf(
  { table }: Pick<SearchIndex, 'table'>,
  documents: readonly DocumentSummary[],
): Difference {
  const held = new Map(documents.map((document) => [document.id, document]))
  const isSame = (id: string) => {
    const known = table.documents.get(id)
    const now = held.get(id)
    return known !== undefined && known.learntAt === now?.learntAt && known.chunks === now.chunks
  }
  return {
    removed: [...table.documents.keys()].filter((id) => !isSame(id)),
    added: documents.filter(({ id }) => !isSame(id)),
  }
}

export interface CatchUpOptions {
  /** Awaited before every slice of work. */
  readonly giveWay: () => Promise<void>
  /** @param done chunks taken in so far, of `total` */
  readonly onTaken?: ((done: number, total: number) => void) | undefined
}

/**
 * Between two steps a search sees whole documents only. What was replaced is taken out together with the first documents
 * that come in.
 *
 * @returns chunks taken in or out
 */
export async function catchUp(
  index: SearchIndex,
  collection: Collection,
  { removed, added }: Difference,
  { giveWay, onTaken }: CatchUpOptions,
): Promise<number> {
  const before = index.table.size
  const total = added.reduce((sum, { chunks }) => sum + chunks, 0)
  let batch: PreparedDocument[] = []
  let toRemove = removed
  let taken = 0
  const commit = async () => {
    await giveWay()
    for (const id of toRemove) removeDocument(index, id)
    toRemove = []
    addDocuments(index, batch)
    batch = []
    onTaken?.(taken, total)
  }
  for (const summary of added) {
    await giveWay()
    const text = collection.document(summary.id)?.text ?? ''
    const document = await prepareDocument(summary, collection.chunksOf(summary.id), text, giveWay)
    taken += document.ordinals.length
    batch.push(document)
    if (batch.reduce((sum, { ordinals }) => sum + ordinals.length, 0) >= BATCH_CHUNKS) await commit()
  }
  await commit()
  return taken + (before + taken - index.table.size)
}
