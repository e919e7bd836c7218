// From a question to ranked passages: the searcher that doors and answers call.
import { setImmediate } from 'node:timers/promises'
import type { Collection } from '../collection/collection.ts'
import { embedderWords } from '../collection/embedder-words.ts'
import type { Embedder } from '../embed/embedder.ts'
import { AppError } from '../errors.ts'
import { simplify } from '../text/script.ts'
import { slotsOf } from './derived/chunk-table.ts'
import { IndexKeeper, type SearchState } from './derived/index-keeper.ts'
import type { Searcher, SearcherStatus, SearchFilters, SearchOptions, SearchResult } from './passage.ts'
import { buildPassages } from './passages/passages.ts'
import { type AskedTerm, checkQuestion, weighTerms, withoutNames } from './question.ts'
import type { Accepted } from './rank/candidates.ts'
import { interleave } from './rank/interleave.ts'
import { type RankedChunk, type Ranking, rankChunks } from './rank/rank.ts'
import { filterDocuments } from './routing/filters.ts'
import { settleByQuotes } from './routing/quoted-words.ts'
import { narrow, type Route, routeQuestion } from './routing/routing.ts'

export interface SearcherOptions {
  readonly collection: Collection
  readonly embedder: Embedder
  /** Where the postings and the graph are kept between runs; absent: memory only. */
  readonly folder?: string
  /** Chunks from which a graph replaces the exact scan. Default 10,000: below it a scan takes less than 5 ms. */
  readonly graphFrom?: number
  /** Called while the index is made at opening, with the chunks taken in so far. */
  readonly onIndexing?: (done: number, total: number) => void
  /** Awaited before every slice of work on the index. Default: what else waits for the thread goes first, once. */
  readonly giveWay?: () => Promise<void>
}

const GRAPH_FROM = 10_000
const DEFAULT_TOP_K = 10
const MAX_TOP_K = 50

/** Opens the index, from its files where they hold. The collection and the embedder stay the caller's to close. */
export async function openSearcher(options: SearcherOptions): Promise<Searcher> {
  const { collection, embedder, folder, graphFrom = GRAPH_FROM, onIndexing } = options
  const { giveWay = () => setImmediate() } = options
  const keeper = await IndexKeeper.open({
    collection,
    embedder,
    graphFrom,
    ...(folder !== undefined && { folder }),
    onTaken: onIndexing,
    giveWay,
  })
  return new IndexSearcher(keeper, collection, embedder)
}

class IndexSearcher implements Searcher {
  readonly #keeper: IndexKeeper
  readonly #collection: Collection
  readonly #embedder: Embedder

  constructor(keeper: IndexKeeper, collection: Collection, embedder: Embedder) {
    this.#keeper = keeper
    this.#collection = collection
    this.#embedder = embedder
  }

  async search(given: string, options: SearchOptions = {}): Promise<SearchResult> {
    const question = checkQuestion(given)
    const topK = checkTopK(options.topK)
    this.#checkHeld()
    const started = performance.now()
    const { filtered, route, asked } = this.#plan(question, options.filters ?? {})
    const embedding = performance.now()
    const signal = options.signal && { signal: options.signal }
    // One meaning in either script: the model knows the simplified one better.
    const vector =
      options.leg === 'bm25' ? undefined : await this.#embedder.embedQuery(simplify(asked), signal)
    const embedded = performance.now()

    // From here on nothing waits: one state of the index answers.
    const { state } = this.#keeper
    const terms = weighTerms(asked, route, state.index.bm25)
    const ranking = rankChunks(state, {
      question,
      vector,
      terms,
      accepted: acceptedSlots(state, filtered, route),
      wanted: topK,
      isLikely: likelihoodOf(route),
    })
    const ranked = inOrder(ranking, options.leg, route)
    const retrieved = performance.now()
    const passages = buildPassages(
      { table: state.index.table, records: state.records, documents: state.documents },
      ranked,
      terms,
      {
        topK,
        explain: options.explain === true,
        ...(options.sentences === true && { sentencesFor: { question: vector } }),
      },
    )
    const result = {
      question,
      passages,
      routing: route.routing,
      ...(options.sentences === true && {
        asked,
        terms: terms.map(({ text, idf, isOwn }) => ({ text, idf, isOwn })),
        chunksHeld: state.index.table.size,
      }),
    }
    if (options.explain !== true) return result
    const elapsedMs = {
      embed: embedded - embedding,
      retrieve: retrieved - embedded + (embedding - started),
      rank: performance.now() - retrieved,
    }
    return { ...result, trace: { ...traceOf(state, ranking, terms), elapsedMs } }
  }

  refresh(): Promise<void> {
    return this.#keeper.refresh()
  }

  status(): SearcherStatus {
    return this.#keeper.status()
  }

  async close(): Promise<void> {
    // A refresh under way ends first: it reads the collection that the caller closes next.
    await this.#keeper.settled()
  }

  /** Which documents may answer, where the question goes, and what is left of it to be compared. */
  #plan(question: string, filters: SearchFilters) {
    const { book, documents, index } = this.#keeper.state
    const filtered = filterDocuments(documents.values(), filters, book)
    const route = narrow(settleByQuotes(routeQuestion(question, book), question, index), filtered)
    return { filtered, route, asked: withoutNames(question, route) }
  }

  #checkHeld(): void {
    const { documents, fingerprint, embedderId: id = '', dimension = 0 } = this.#collection.status()
    if (documents === 0) {
      throw new AppError('index-missing', 'Nothing was learnt yet.', { hint: 'Run `wenbao index FOLDER`.' })
    }
    if (fingerprint !== undefined && fingerprint !== this.#embedder.fingerprint) {
      throw new AppError(
        'index-stale',
        `The collection was learnt with ${embedderWords({ id, dimension, fingerprint })}, ` +
          `the embedder is ${embedderWords(this.#embedder)}.`,
        {
          hint: 'Run `wenbao index --rebuild`, or set WENBAO_EMBEDDING_MODEL to the model it was learnt with.',
        },
      )
    }
  }
}

function checkTopK(topK: number = DEFAULT_TOP_K): number {
  if (Number.isInteger(topK) && topK >= 1 && topK <= MAX_TOP_K) return topK
  throw new AppError('bad-input', `topK must be a whole number from 1 to ${MAX_TOP_K}, got ${topK}.`)
}

function acceptedSlots(
  { index, documents: held }: SearchState,
  filtered: ReadonlySet<string> | undefined,
  { routing, groups, elsewhere = new Set() }: Route,
): Accepted {
  const routed = routing.mode === 'filter' ? new Set(groups.flatMap((group) => [...group])) : undefined
  const here =
    elsewhere.size === 0 ? filtered : [...(filtered ?? held.keys())].filter((id) => !elsewhere.has(id))
  const documents = routed ?? here
  if (documents === undefined) return {}
  const slots = [...documents].flatMap((id) => {
    const document = index.table.documents.get(id)
    return document === undefined ? [] : slotsOf(document)
  })
  const accepted = new Set(slots)
  return { slots, accept: (slot) => accepted.has(slot) }
}

/** Documents the question was probably sent to: those of a likely name, or of the bearers of a shared one. */
function likelihoodOf({ groups, routing }: Route): (documentId: string) => boolean {
  if (routing.mode === 'filter') return () => false
  const ids = new Set([
    ...groups.flatMap((group) => [...group]),
    ...(routing.ambiguous?.choices ?? []).map((one) => one.documentId),
  ])
  return (documentId) => ids.has(documentId)
}

function inOrder(
  { chunks }: Ranking,
  leg: SearchOptions['leg'],
  { groups, routing }: Route,
): readonly RankedChunk[] {
  if (leg === 'bm25' || leg === 'similarity') {
    return chunks
      .map((chunk) => ({ ...chunk, score: chunk.signals[leg] }))
      .sort((a, b) => b.score - a.score || a.slot - b.slot)
  }
  if (routing.mode !== 'filter' || groups.length < 2) return chunks
  return interleave(chunks, ({ record }) => groups.findIndex((group) => group.has(record.chunk.documentId)))
}

function traceOf({ index }: SearchState, { weights, candidates }: Ranking, terms: readonly AskedTerm[]) {
  return { weights, candidates, engine: index.vectors.kind, terms: terms.map(({ text }) => text) }
}
