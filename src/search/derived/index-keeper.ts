// Who keeps the index in step with the collection? One owner: opens it, takes in changes, writes it, swaps it.
import type { Collection, DocumentSummary } from '../../collection/collection.ts'
import { storageFault } from '../../collection/faults.ts'
import type { SearcherStatus } from '../passage.ts'
import { type Sample, samplePlaces } from '../rank/sample.ts'
import { type KnownNames, makeNameBook, type NameBook } from '../routing/name-book.ts'
import { type HnswLibrary, loadHnswLibrary } from '../vectors/hnsw.ts'
import { type CatchUpOptions, catchUp, differenceOf } from './catch-up.ts'
import { sweepUnfinished } from './derived-files.ts'
import { buildIndex, type IndexSource, openIndex } from './open-index.ts'
import { RecordCache } from './record-cache.ts'
import { needsSaving, saveIndex } from './save-index.ts'
import type { SearchIndex } from './search-index.ts'

export interface KeeperOptions extends CatchUpOptions {
  readonly collection: Collection
  readonly embedder: { readonly fingerprint: string; readonly dimension: number }
  /** Where the derived files lie; absent: memory only. */
  readonly folder?: string
  /** Chunks from which the graph is used. */
  readonly graphFrom: number
}

/** One state of the collection, as it is searched. */
export interface SearchState {
  readonly index: SearchIndex
  readonly documents: ReadonlyMap<string, DocumentSummary>
  readonly book: NameBook
  readonly sample: Sample
  readonly records: RecordCache
  readonly changeNumber: number
}

/** Above this share of removed chunks the index is built anew: they cost memory and breadth of the graph. */
const MOST_REMOVED = 0.3

export class IndexKeeper {
  readonly #options: KeeperOptions
  #library: HnswLibrary = { kind: 'absent', reason: '' }
  #state: SearchState
  #rebuilt: readonly string[] = []
  #unsaved = 0
  #refreshing: Promise<void> = Promise.resolve()
  readonly #knownNames: KnownNames = new Map()

  private constructor(options: KeeperOptions, index: SearchIndex) {
    this.#options = options
    this.#state = this.#stateOf(index)
  }

  static async open(options: KeeperOptions): Promise<IndexKeeper> {
    const library = await chooseLibrary(options)
    const { index, rebuilt, unsaved } = await openIndex({ ...sourceOf(options), library })
    const keeper = new IndexKeeper(options, index)
    keeper.#library = library
    keeper.#rebuilt = rebuilt
    keeper.#unsaved = unsaved
    keeper.#save()
    return keeper
  }

  get state(): SearchState {
    return this.#state
  }

  /** One after the other; searches go on meanwhile. */
  refresh(): Promise<void> {
    const next = this.#refreshing.then(() => this.#refresh())
    this.#refreshing = next.catch(() => undefined)
    return next
  }

  /** When nothing is being taken in any more. */
  settled(): Promise<void> {
    return this.#refreshing
  }

  status(): SearcherStatus {
    const { index, changeNumber } = this.#state
    return {
      engine: index.vectors.kind,
      ...(this.#library.kind === 'absent' && { engineReason: this.#library.reason }),
      chunks: index.table.size,
      changeNumber,
      rebuilt: this.#rebuilt,
    }
  }

  async #refresh(): Promise<void> {
    const { collection, giveWay } = this.#options
    const { index, changeNumber } = this.#state
    if (collection.status().changeNumber === changeNumber) return
    const library = await chooseLibrary(this.#options)
    const changed = await catchUp(index, collection, differenceOf(index, heldDocuments(this.#options)), {
      giveWay,
    })
    this.#unsaved += changed
    await giveWay()
    const removed = index.table.slots - index.table.size
    if (library.kind !== this.#library.kind || removed > MOST_REMOVED * index.table.slots) {
      const fresh = await buildIndex({ ...sourceOf(this.#options), library })
      this.#library = library
      this.#state = this.#stateOf(fresh)
      this.#unsaved = fresh.table.slots
    } else {
      this.#state = this.#stateOf(index)
    }
    await giveWay()
    this.#save()
  }

  #stateOf(index: SearchIndex): SearchState {
    const { collection } = this.#options
    const documents = heldDocuments(this.#options)
    const records = new RecordCache(collection)
    const ordinals = index.table.liveOrdinals()
    const sampled = samplePlaces(ordinals.length).map((place) => ordinals[place] ?? 0)
    return {
      index,
      documents: new Map(documents.map((document) => [document.id, document])),
      book: makeNameBook(documents, this.#knownNames),
      sample: [...records.chunks(sampled).values()],
      records,
      changeNumber: collection.status().changeNumber,
    }
  }

  /** A full disk or a folder that can't be written costs the next start some seconds, nothing else. */
  #save(): void {
    const { folder, embedder } = this.#options
    const { index, sample, changeNumber } = this.#state
    if (folder === undefined) return
    try {
      sweepUnfinished(folder)
      if (!needsSaving(this.#unsaved, index)) return
      saveIndex(folder, index, sample, { fingerprint: embedder.fingerprint, changeNumber })
      this.#unsaved = 0
    } catch (error) {
      const fault = storageFault(error, folder)
      const reason = fault instanceof Error ? fault.message : String(fault)
      this.#rebuilt = [...this.#rebuilt, `not saved: ${reason}`]
    }
  }
}

function sourceOf(options: KeeperOptions): Omit<IndexSource, 'library'> {
  const { collection, embedder, folder, giveWay, onTaken } = options
  return {
    documents: () => heldDocuments(options),
    collection,
    embedder,
    ...(folder !== undefined && { folder }),
    giveWay,
    onTaken,
  }
}

/** None while the vectors come from another embedder: they can't be compared. */
function heldDocuments({ collection, embedder }: KeeperOptions): DocumentSummary[] {
  const { fingerprint } = collection.status()
  return fingerprint === undefined || fingerprint === embedder.fingerprint ? collection.documents() : []
}

async function chooseLibrary({ collection, graphFrom }: KeeperOptions): Promise<HnswLibrary> {
  const { chunks } = collection.status()
  if (chunks >= graphFrom) return loadHnswLibrary()
  return { kind: 'absent', reason: `an exact scan is as quick below ${graphFrom} chunks` }
}
