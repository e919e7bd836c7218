// What does a search give back? Passages: what a reader or a language model is shown.

import type { ChunkKind } from '../chunk/chunk.ts'
import type { Range } from '../text/range.ts'

export interface SearchFilters {
  /** Document ids; any of them. */
  readonly documents?: readonly string[]
  /** Official names or aliases; any of them. */
  readonly organisations?: readonly string[]
  /** Years the report is about or was published in; any of them. */
  readonly years?: readonly number[]
  /** Folder of the collection, `/`-separated prefix of the path. */
  readonly folder?: string
  /** Document ids left out, whatever the other filters say. */
  readonly excludeDocuments?: readonly string[]
}

export interface SearchOptions {
  /** Passages wanted, 1 to 50. Default 10. */
  readonly topK?: number
  readonly filters?: SearchFilters
  /** Adds every signal to each passage and the weights to the result. */
  readonly explain?: boolean
  /** Adds its sentences to each passage and the weighted terms to the result: what answers are made of. */
  readonly sentences?: boolean
  /** One signal alone instead of all fused; for evaluation. Default `fused`. */
  readonly leg?: 'fused' | 'bm25' | 'similarity'
  readonly signal?: AbortSignal
}

export interface PassageDocument {
  readonly id: string
  readonly path: string
  readonly title: string
  readonly organisation?: string
  readonly date?: string
  /** Page or slide on which the found chunk begins, from 1; absent for a document without pages. */
  readonly page?: number
}

export interface Passage {
  /** From 1. */
  readonly rank: number
  /** Fused score; comparable within one result only. */
  readonly score: number
  readonly document: PassageDocument
  readonly sectionPath: readonly string[]
  readonly kind: ChunkKind
  /** Offsets into the document's text. */
  readonly range: Range
  /** What the reader sees of the range: broken lines joined. Equals the document's slice where nothing was joined. */
  readonly text: string
  /** Ranges of `text` that answer to words of the question, in order, not overlapping. */
  readonly highlights: readonly Range[]
  /** Range of `text`: the sentence nearest to the question. */
  readonly bestSentence?: Range
  /** Ids of the chunks it was merged from. */
  readonly chunkIds: readonly string[]
  readonly signals?: PassageSignals
  /** In text order, captions included; those that the passage holds whole. */
  readonly sentences?: readonly PassageSentence[]
}

export interface PassageSentence {
  /** Offsets into the document's text. */
  readonly range: Range
  /** What the reader sees of it. */
  readonly text: string
  /** Cosine with the question; 0 when only words were compared. */
  readonly similarity: number
}

/** Signals of the passage's best chunk; undefined where a leg did not see it. */
export interface PassageSignals {
  readonly bm25: number
  readonly similarity: number
  readonly sentenceSimilarity: number
  /** Standardised over the collection for this question. */
  readonly z: { readonly bm25: number; readonly similarity: number; readonly sentenceSimilarity: number }
  readonly boost: number
}

/** Where the question was sent before scoring. */
export interface Routing {
  /** Official names that the question speaks of. */
  readonly organisations: readonly string[]
  readonly years: readonly number[]
  /** `filter`: other documents were left out; `boost`: they only rank lower; `none`. */
  readonly mode: 'filter' | 'boost' | 'none'
  /** A name in the question that several organisations share. */
  readonly ambiguous?: {
    readonly name: string
    readonly choices: readonly {
      readonly organisation: string
      readonly documentId: string
      readonly title: string
    }[]
  }
}

export interface SearchTrace {
  readonly weights: {
    readonly bm25: number
    readonly similarity: number
    readonly sentenceSimilarity: number
  }
  readonly candidates: number
  readonly engine: 'flat' | 'hnsw'
  readonly terms: readonly string[]
  /** Milliseconds: embed, retrieve, rank. */
  readonly elapsedMs: { readonly embed: number; readonly retrieve: number; readonly rank: number }
}

export interface SearchResult {
  readonly question: string
  readonly passages: readonly Passage[]
  readonly routing: Routing
  /** In the language of the question: why nothing could be searched. */
  readonly notice?: string
  /** The question as it was compared, without the names that became a filter; beside `terms`. */
  readonly asked?: string
  readonly terms?: readonly WeightedTerm[]
  /** In the whole collection, over which scores are standardised; beside `terms`. */
  readonly chunksHeld?: number
  readonly trace?: SearchTrace
}

/** A term of the question, the names it was routed by left out. */
export interface WeightedTerm {
  /** As in the key of the question, or an official word for an everyday one. */
  readonly text: string
  /** Rarity in the collection, > 0; half for a single character. */
  readonly idf: number
  /** False: an official word that the asker didn't use. */
  readonly isOwn: boolean
}

/** What doors and answers call; made by `openSearcher` in searcher.ts. */
export interface Searcher {
  /**
   * @throws AppError `bad-input` for an empty or over-long (> 2,000 characters) question, `index-missing` when nothing was learnt,
   *   `index-stale` when the vectors came from another embedder
   */
  search(question: string, options?: SearchOptions): Promise<SearchResult>
  /** Takes in what changed in the collection since the last call. */
  refresh(): Promise<void>
  status(): SearcherStatus
  close(): Promise<void>
}

export interface SearcherStatus {
  readonly engine: 'flat' | 'hnsw'
  /** Why the engine isn't HNSW, in words; undefined when it is. */
  readonly engineReason?: string
  readonly chunks: number
  /** Change number of the collection that is searched. */
  readonly changeNumber: number
  /** What was rebuilt at opening and why: `graph: checksum differs`, … */
  readonly rebuilt: readonly string[]
}
