// What is the whole answer of a stream? For whoever wants one value, or has to end a stream the way it ended.
import { AppError, ERROR_CODES } from '../errors.ts'
import type { Answer, AnswerEvent } from './answer.ts'

export type AnswerProgress = Exclude<AnswerEvent, { kind: 'done' | 'error' }>

/**
 * Reads a stream to its end; nothing after the end is read.
 *
 * @param onProgress hears what comes before the end; a promise it gives is waited for
 * @throws AppError of the code that an `error` names; `internal` when the stream stops without an end
 */
export async function collectAnswer(
  events: AsyncIterable<AnswerEvent>,
  onProgress: (event: AnswerProgress) => Promise<void> | void = () => {},
): Promise<Answer> {
  for await (const event of events) {
    if (event.kind === 'done') return event.answer
    if (event.kind === 'error') throw failureOf(event)
    await onProgress(event)
  }
  throw new AppError('internal', 'The answer stopped without an end.')
}

/** A code from outside our own list says no more than that something failed. */
function failureOf({ code, message, hint }: Extract<AnswerEvent, { kind: 'error' }>): AppError {
  const known = ERROR_CODES.find((candidate) => candidate === code) ?? 'internal'
  return new AppError(known, message, hint === undefined ? {} : { hint })
}
