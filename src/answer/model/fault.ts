// What can go wrong with a language model, in the words a door shows and the codes a caller degrades by?
import { AppError, type ErrorCode } from '../../errors.ts'

/**
 * Why an answer was not written by the model:
 * `model-down` not reached or failing, `model-slow` over a deadline, `rate-limited` told to come back later,
 * `model-refused` by its key, address or name, `model-nonsense` no text in a form that can be read,
 * `model-unsupported` nothing it said stands in the passages.
 */
export type DegradedReason =
  | 'model-down'
  | 'model-slow'
  | 'rate-limited'
  | 'model-refused'
  | 'model-nonsense'
  | 'model-unsupported'

/**
 * Carries no `cause`: replies of an endpoint may repeat the key or the prompt, and a logger writes causes out.
 */
export class ChatModelError extends AppError {
  readonly reason: DegradedReason

  constructor(reason: DegradedReason, message: string, hint: string) {
    super(codeOf(reason), message, { hint })
    this.reason = reason
  }
}

function codeOf(reason: DegradedReason): ErrorCode {
  return reason === 'model-down' || reason === 'model-refused' ? 'model-unavailable' : 'upstream'
}
