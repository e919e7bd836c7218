// How does a language model write an answer here? It is shown the passages; what it says leaves checked, or not at all.
import { languageOf } from '../../text/language.ts'
import type { Writer, WriterInput, WriterOutcome } from '../writer.ts'
import type { ChatModel } from './chat-model.ts'
import { checkStream } from './check-stream.ts'
import type { CheckOutcome } from './checked-answer.ts'
import { buildMessages } from './prompt.ts'
import type { CitedDocument } from './sources.ts'

/** Passages shown to the model: more of them make a small model slow and lead it astray. */
const MOST_PASSAGES = 5

/** @param document looks up what a passage was cut from */
export function createWriter(model: ChatModel, document: (id: string) => CitedDocument | undefined): Writer {
  return async function* write({ question, result, mode, history, signal }: WriterInput) {
    const passages = result.passages.slice(0, MOST_PASSAGES)
    const messages = buildMessages({ question, passages, history, language: languageOf(question) })
    const deltas = model.stream(messages, signal ? { signal } : {})
    for await (const event of checkStream({ deltas, passages, document, question, mode })) {
      if (event.kind !== 'end') yield event
      else yield outcomeOf(event.outcome, result.passages)
    }
  }
}

function outcomeOf(outcome: CheckOutcome, passages: WriterInput['result']['passages']): WriterOutcome {
  switch (outcome.kind) {
    case 'answered': {
      const { text, claims, citations, removed, cutOff } = outcome
      const degraded = cutOff === undefined ? {} : { degraded: { reason: cutOff } }
      const answer = {
        kind: 'answered',
        text,
        claims,
        citations,
        passages,
        origin: 'model',
        removed,
        ...degraded,
      } as const
      return { kind: 'written', answer }
    }
    case 'declined':
      return { kind: 'degraded', reason: 'model-declined' }
    case 'degraded':
      return { kind: 'degraded', reason: outcome.reason }
  }
}
