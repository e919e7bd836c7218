// What was asked, and how far is its answer? The turns of a conversation and what each event makes of them.
import type { Answer, AnsweredAnswer, Claim } from '../../answer/answer.ts'
import type { SearchResult } from '../../search/passage.ts'
import type { AskEvent } from '../service/wire.ts'

export type TurnState = 'running' | 'done' | 'stopped' | 'failed'

interface Asked {
  /** Grows from turn to turn. */
  readonly id: number
  readonly question: string
  readonly state: TurnState
  /** Why it failed, in words. */
  readonly fault?: string
}

export interface AnswerTurn extends Asked {
  readonly kind: 'answer'
  /** The only report that is asked, once the reader has said which one an ambiguous name means. */
  readonly documentId?: string
  /** How many passages were found; undefined before that is known. */
  readonly found?: number
  /** Written so far. */
  readonly text: string
  /** Checked so far. */
  readonly claims: readonly Claim[]
  /** Once it is done. */
  readonly answer?: Answer
}

export interface SearchTurn extends Asked {
  readonly kind: 'search'
  /** The only organisation that is searched. */
  readonly organisation?: string
  readonly topK: number
  readonly result?: SearchResult
}

export type Turn = AnswerTurn | SearchTurn

export type TurnEvent =
  | { readonly kind: 'begun'; readonly turn: Turn }
  | { readonly kind: 'answering'; readonly id: number; readonly event: AskEvent }
  | { readonly kind: 'found'; readonly id: number; readonly result: SearchResult }
  | { readonly kind: 'stopped'; readonly id: number }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: string }
  | { readonly kind: 'cleared' }

/** An event for a turn that is no longer there, or no longer running, changes nothing. */
export function nextTurns(turns: readonly Turn[], event: TurnEvent): readonly Turn[] {
  switch (event.kind) {
    case 'cleared':
      return []
    case 'begun':
      return [...turns.filter(({ id }) => id !== event.turn.id), event.turn]
    case 'answering':
      return change(turns, event.id, (turn) =>
        turn.kind === 'answer' ? afterAnswerEvent(turn, event.event) : turn,
      )
    case 'found':
      return change(turns, event.id, (turn) =>
        turn.kind === 'search' ? { ...turn, state: 'done', result: event.result } : turn,
      )
    case 'stopped':
      return change(turns, event.id, (turn) => ({ ...turn, state: 'stopped' }))
    case 'failed':
      return change(turns, event.id, (turn) => ({ ...turn, state: 'failed', fault: event.fault }))
    default:
      return event satisfies never
  }
}

function afterAnswerEvent(turn: AnswerTurn, event: AskEvent): AnswerTurn {
  switch (event.kind) {
    case 'sources':
      return { ...turn, found: event.passages.length }
    case 'delta':
      return { ...turn, text: turn.text + event.text }
    case 'claim':
      return { ...turn, claims: [...turn.claims, event.claim] }
    case 'done':
      return { ...turn, ...wholeOf(event.answer), state: 'done', answer: event.answer }
    default:
      // A kind of event that a later service sends.
      return turn
  }
}

/** The whole answer wins over what was written on the way. */
function wholeOf(answer: Answer): Pick<AnsweredAnswer, 'text' | 'claims'> {
  return answer.kind === 'answered' ? { text: answer.text, claims: answer.claims } : { text: '', claims: [] }
}

function change(turns: readonly Turn[], id: number, make: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.id === id && turn.state === 'running' ? make(turn) : turn))
}
