// What is an answer? Claims in order, each with citations that were checked; or a refusal with its reason.
import type { Passage, Routing, SearchFilters } from '../search/passage.ts'
import type { Range } from '../text/range.ts'

export type VerdictKind = 'supported' | 'partial' | 'unsupported' | 'contradicted'

/** Why a verdict is what it is: one number, unit, name, date or wording that was or wasn't found in the quotation. */
export interface Reason {
  readonly aspect: string
  readonly found: boolean
  /** The part of the claim it speaks of. */
  readonly text: string
  /** In words, for the reader. */
  readonly detail: string
}

export interface Citation {
  /** From 1, in order of first use; the text carries `[n]`. */
  readonly n: number
  readonly documentId: string
  readonly title: string
  readonly sectionPath: readonly string[]
  /** Offsets into the document's text. */
  readonly range: Range
  /** Page or slide on which the range begins, from 1; absent for a document without pages. */
  readonly page?: number
  /** `document.text.slice(range.start, range.end)`, always. */
  readonly quote: string
  /** `/d/{documentId}#{range id}`: opens the passage lit, and says when it has changed since. */
  readonly url: string
}

export interface Claim {
  /** One sentence without its markers. */
  readonly text: string
  readonly citations: readonly Citation[]
  readonly verdict: VerdictKind
  readonly reasons: readonly Reason[]
}

export const REFUSAL_REASONS = [
  'no-evidence',
  'unknown-organisation',
  'unknown-year',
  'unknown-indicator',
  'ambiguous',
  'not-a-question',
  'no-reports',
] as const

export type RefusalReason = (typeof REFUSAL_REASONS)[number]

export interface Choice {
  readonly name: string
  readonly documentId: string
  readonly title: string
}

export interface Degraded {
  readonly reason: string
}

export interface AnsweredAnswer {
  readonly kind: 'answered'
  /** With `[n]` after each claim. */
  readonly text: string
  readonly claims: readonly Claim[]
  readonly citations: readonly Citation[]
  readonly passages: readonly Passage[]
  /** Who wrote it: sentences of the reports, the record itself, or a language model whose sentences were checked. */
  readonly origin: 'extract' | 'collection' | 'model'
  readonly degraded?: Degraded
  /** What checking took out. */
  readonly removed?: { readonly numbers: number; readonly citations: number; readonly sentences: number }
}

export interface RefusedAnswer {
  readonly kind: 'refused'
  readonly reason: RefusalReason
  /** The reason in words, naming what is missing and what is near. */
  readonly message: string
  /** What the question asks for that the reports lack. */
  readonly missing: readonly string[]
  readonly nearest: readonly Passage[]
  readonly choices?: readonly Choice[]
}

export type Answer = (AnsweredAnswer | RefusedAnswer) & { readonly trace?: AnswerTrace }

export interface AnswerTrace {
  /** The question that was searched for, after carrying over what earlier turns said. */
  readonly question: string
  readonly carried: readonly string[]
  readonly questionType: string
  readonly routing: Routing
  /** 0 to 1: how sure it is that the reports answer. */
  readonly confidence: number
  readonly threshold: number
}

export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

export interface AskOptions {
  /** Earlier turns of this conversation, oldest first; a question may lean on them. */
  readonly history?: readonly Turn[]
  /** What becomes of a sentence that no passage supports: kept and marked, or left out. Default `mark`. */
  readonly mode?: 'mark' | 'strict'
  readonly filters?: SearchFilters
  readonly signal?: AbortSignal
}

/** What the doors re-encode. Ends with exactly one of `done` and `error`. */
export type AnswerEvent =
  | { readonly kind: 'sources'; readonly passages: readonly Passage[] }
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'error'; readonly code: string; readonly message: string; readonly hint?: string }
