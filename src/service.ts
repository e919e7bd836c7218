// What does a door ask of the program? Questions, documents and its state; no file, no model, no row is visible here.
import type { AnswerEvent, AskOptions } from './answer/answer.ts'
import type { CollectionStatus, DocumentSummary } from './collection/collection.ts'
import type { Document } from './document/document.ts'
import type { Embedded, EmbedTextsOptions } from './embed/embed-texts.ts'
import type { LearningStatus } from './learning.ts'
import type { SearcherStatus, SearchOptions, SearchResult } from './search/passage.ts'
import type { Uploads } from './uploads/uploads.ts'

export interface Service {
  /** @throws what `Searcher.search` throws; `model-unavailable` when the model can't be opened */
  search(question: string, options?: SearchOptions): Promise<SearchResult>
  /**
   * Answers as it is found: `sources`, then `delta` and `claim`, then exactly one of `done` and `error`.
   *
   * @throws only what `search` throws; what goes wrong later is an `error`
   */
  ask(question: string, options?: AskOptions): AsyncIterable<AnswerEvent>
  /**
   * Texts to vectors, with the model that searches. No text at all tells which model that is.
   *
   * @throws AppError `model-unavailable` | `upstream`; the signal's reason
   */
  embed(texts: readonly string[], options?: EmbedTextsOptions): Promise<Embedded>
  documents(): readonly DocumentSummary[]
  document(id: string): Document | undefined
  /** As `Collection.successor`. */
  successor(formerId: string): string | undefined
  /** Files handed over by clients, beside the folder that is learnt. */
  readonly uploads: Uploads
  /** Never opens a model. */
  status(): ServiceStatus
}

export interface ServiceStatus {
  /** Questions can be answered now, without waiting for a model or a first learning. */
  readonly ready: boolean
  readonly collection: CollectionStatus
  readonly embedder: { readonly id: string; readonly dimension: number } | undefined
  readonly search: SearcherStatus | undefined
  /** Of the last or present learning in this process. */
  readonly learning: LearningStatus | undefined
}
