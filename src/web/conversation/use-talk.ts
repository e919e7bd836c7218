// How is a question put to the service, stopped, tried again? The conversation as a component holds it.
import { useEffect, useLayoutEffect, useReducer, useRef } from 'preact/hooks'
import type { Client } from '../service/client.ts'
import { faultWords } from '../words/say.ts'
import { historyOf } from './history.ts'
import { keepTurns } from './kept-turns.ts'
import { type AnswerTurn, nextTurns, type SearchTurn, type Turn, type TurnEvent } from './turns.ts'

/** Passages of a search at first, and after asking for more: the most that the service gives. */
const FIRST_PASSAGES = 15
export const MOST_PASSAGES = 50

export interface Talk {
  readonly turns: readonly Turn[]
  readonly isRunning: boolean
  /** @param documentId the only report to ask */
  ask(question: string, documentId?: string): void
  /** Puts the search in the place of the last turn when that was for the same question. */
  search(question: string, options?: { organisation?: string; topK?: number }): void
  again(turn: Turn): void
  stop(): void
  clear(): void
}

/** @param turnsToGoOnWith read once; the conversation is then kept for this tab. Without it none is. */
export function useTalk(client: Client, turnsToGoOnWith?: () => readonly Turn[]): Talk {
  const remembers = turnsToGoOnWith !== undefined
  const [turns, dispatch] = useReducer<readonly Turn[], TurnEvent, undefined>(
    nextTurns,
    undefined,
    turnsToGoOnWith ?? (() => []),
  )
  const running = useRef<AbortController>(undefined)
  const states = turns.map(({ id, state }) => `${id} ${state}`).join()
  // At once: whoever has seen an answer and leaves finds it again. Not for every word that comes: all turns are some 600 KB.
  useLayoutEffect(() => {
    if (remembers) keepTurns(turns)
  }, [states, remembers])
  useEffect(() => () => running.current?.abort(), [])

  const stop = () => running.current?.abort()
  const begin = (turn: Turn) => {
    stop()
    const mine = new AbortController()
    running.current = mine
    const before = turns.filter(({ id }) => id !== turn.id)
    dispatch({ kind: 'begun', turn })
    const work = turn.kind === 'answer' ? answer(turn, before, mine.signal) : find(turn, mine.signal)
    work.catch((error: unknown) => {
      const { id } = turn
      dispatch(
        mine.signal.aborted ? { kind: 'stopped', id } : { kind: 'failed', id, fault: faultWords(error) },
      )
    })
  }
  const answer = async (
    { id, question, documentId }: AnswerTurn,
    before: readonly Turn[],
    signal: AbortSignal,
  ) => {
    const history = historyOf(before)
    const request = {
      question,
      ...(history.length > 0 && { history }),
      ...(documentId !== undefined && { filters: { documents: [documentId] } }),
    }
    for await (const event of client.ask(request, signal)) dispatch({ kind: 'answering', id, event })
  }
  const find = async ({ id, question, organisation, topK }: SearchTurn, signal: AbortSignal) => {
    const filters = organisation === undefined ? {} : { filters: { organisations: [organisation] } }
    dispatch({ kind: 'found', id, result: await client.search({ question, topK, ...filters }, signal) })
  }

  const last = turns.at(-1)
  const nextId = (last?.id ?? 0) + 1
  const state = 'running'
  return {
    turns,
    isRunning: last?.state === 'running',
    ask: (question, documentId) =>
      begin({
        kind: 'answer',
        id: nextId,
        question,
        state,
        text: '',
        claims: [],
        ...(documentId !== undefined && { documentId }),
      }),
    search: (question, { organisation, topK = FIRST_PASSAGES } = {}) =>
      begin({
        kind: 'search',
        id: last?.kind === 'search' && last.question === question ? last.id : nextId,
        question,
        state,
        topK,
        ...(organisation !== undefined && { organisation }),
      }),
    again: (turn) => begin(begunAnew(turn)),
    stop,
    clear: () => {
      stop()
      dispatch({ kind: 'cleared' })
    },
  }
}

/** The same question in the same place, as if nothing had come yet. */
function begunAnew(turn: Turn): Turn {
  const { fault: _, ...asked } = turn
  if (asked.kind === 'search') return { ...asked, state: 'running' }
  const { found: __, answer: ___, ...question } = asked
  return { ...question, state: 'running', text: '', claims: [] }
}
