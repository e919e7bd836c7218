// Which earlier turns is a follow-up question told of?
import type { Turn as HistoryTurn } from '../../answer/answer.ts'
import type { Turn } from './turns.ts'

/** More is no longer one conversation. */
const MOST_TURNS = 10
/** What the service takes of one turn. */
const MOST_CHARACTERS = 4000

/** @returns as POST /api/ask takes them, oldest first; searches and what has no answer are left out */
export function historyOf(turns: readonly Turn[]): HistoryTurn[] {
  return turns
    .flatMap((turn) => (turn.kind === 'answer' && turn.answer ? [{ ...turn, answer: turn.answer }] : []))
    .slice(-MOST_TURNS)
    .flatMap(({ question, answer }) => [
      { role: 'user', content: clip(question) },
      { role: 'assistant', content: clip(answer.kind === 'answered' ? answer.text : answer.message) },
    ])
}

/** Never between the halves of a character. */
function clip(text: string): string {
  return text.slice(0, MOST_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')
}
