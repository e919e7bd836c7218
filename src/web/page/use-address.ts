// How do the address and the conversation stay in step? It holds the last question, and a link with one asks it.
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Mode } from '../conversation/composer.tsx'
import { keptTurns } from '../conversation/kept-turns.ts'
import type { Turn } from '../conversation/turns.ts'
import type { Talk } from '../conversation/use-talk.ts'
import { keep } from '../service/kept.ts'
import { type AddressedQuestion, addressedQuestion, addressOf } from './address.ts'

/** Under this name the reader page finds the way back; the browser tells no page its referrer. */
export const ADDRESS_KEPT_AS = 'wenbao-address'

/** @returns the mode to begin in */
export function useAddress(talk: Talk): Mode {
  const latest = useRef(talk)
  latest.current = talk
  useLayoutEffect(() => {
    const follow = () => askFromAddress(latest.current)
    follow()
    window.addEventListener('hashchange', follow)
    return () => window.removeEventListener('hashchange', follow)
  }, [])

  const last = talk.turns.at(-1)
  const address = addressOf(last && questionOf(last))
  const first = useRef(true)
  // At once, with the turns that are kept: a reload goes by both.
  useLayoutEffect(() => {
    // The question of the address is only about to be asked.
    if (first.current) {
      first.current = false
      return
    }
    keep(ADDRESS_KEPT_AS, address === '' ? undefined : address)
    if (location.hash !== address) history.replaceState(history.state, '', `/${address}`)
  }, [address])
  return addressedQuestion(location.hash)?.kind === 'search' ? 'search' : 'ask'
}

/** @returns the conversation that this tab kept, when the address leads back to it; any other question begins a new one */
export function turnsToGoOnWith(): readonly Turn[] {
  const turns = keptTurns()
  const last = turns.at(-1)
  return last && addressOf(questionOf(last)) === location.hash ? turns : []
}

/** Nothing is asked when the conversation has come to that question already. */
function askFromAddress(talk: Talk): void {
  const asked = addressedQuestion(location.hash)
  const last = talk.turns.at(-1)
  if (last && addressOf(questionOf(last)) === addressOf(asked)) return
  if (asked === undefined) {
    if (last) talk.clear()
    return
  }
  if (asked.kind === 'answer') talk.ask(asked.question, asked.documentId)
  else talk.search(asked.question, asked)
}

function questionOf(turn: Turn): AddressedQuestion {
  const { kind, question } = turn
  if (turn.kind === 'search') {
    return { kind, question, ...(turn.organisation !== undefined && { organisation: turn.organisation }) }
  }
  return { kind, question, ...(turn.documentId !== undefined && { documentId: turn.documentId }) }
}
