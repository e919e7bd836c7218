// What of a passage leaves with an answer? All but its sentences, which answers are made from and which say its text again.
import type { Passage } from '../search/passage.ts'
import type { AnswerEvent } from './answer.ts'

/** The same events, their passages as a search without `sentences` gives them. */
export async function* shown(events: AsyncIterable<AnswerEvent>): AsyncGenerator<AnswerEvent> {
  for await (const event of events) yield shownEvent(event)
}

function shownEvent(event: AnswerEvent): AnswerEvent {
  if (event.kind === 'sources') return { ...event, passages: event.passages.map(withoutSentences) }
  if (event.kind !== 'done') return event
  const { answer } = event
  return answer.kind === 'answered'
    ? { ...event, answer: { ...answer, passages: answer.passages.map(withoutSentences) } }
    : { ...event, answer: { ...answer, nearest: answer.nearest.map(withoutSentences) } }
}

function withoutSentences({ sentences: _, ...passage }: Passage): Passage {
  return passage
}
