// The seam for a language model: what it is handed, and what it may say back.
import type { SearchResult } from '../search/passage.ts'
import type { AnswerEvent, AnsweredAnswer, Turn } from './answer.ts'

export interface WriterInput {
  /** After earlier turns were carried over. */
  readonly question: string
  readonly result: SearchResult
  readonly mode: 'mark' | 'strict'
  readonly history: readonly Turn[]
  readonly signal?: AbortSignal
}

export type WriterOutcome =
  | { readonly kind: 'written'; readonly answer: AnsweredAnswer }
  | { readonly kind: 'degraded'; readonly reason: string }

/** Ends with `written` or `degraded`; before `degraded` nothing was told. */
export type WriterEvent = Extract<AnswerEvent, { kind: 'delta' | 'claim' }> | WriterOutcome

export type Writer = (input: WriterInput) => AsyncIterable<WriterEvent>
