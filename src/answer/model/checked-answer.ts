// What is left of a model's answer after checking? The forms in which it is handed on.
import type { AnsweredAnswer, Claim } from '../answer.ts'
import type { DegradedReason } from './fault.ts'

/** `strict` shows supported sentences alone; `mark` also shows the others, each with its verdict and a mark. */
export type AnswerMode = 'mark' | 'strict'

/** What checking took out. */
export type Removed = NonNullable<AnsweredAnswer['removed']>

export interface CheckedAnswer extends Pick<AnsweredAnswer, 'text' | 'claims' | 'citations'> {
  readonly kind: 'answered'
  readonly removed: Removed
  /** The model broke off after this much. */
  readonly cutOff?: DegradedReason
}

export type CheckOutcome =
  | CheckedAnswer
  /** The model itself says that the reports don't answer. */
  | { readonly kind: 'declined'; readonly removed: Removed }
  /** Nothing was shown; another kind of answer has to be given. */
  | { readonly kind: 'degraded'; readonly reason: DegradedReason; readonly removed: Removed }

export type CheckEvent =
  | { readonly kind: 'delta'; readonly text: string }
  | { readonly kind: 'claim'; readonly claim: Claim }
  | { readonly kind: 'end'; readonly outcome: CheckOutcome }
