// What does a reader talk to? The turns so far, and below them the place to ask; at first, what can be asked.
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { say } from '../words/say.ts'
import { Composer, type Mode } from './composer.tsx'
import { TurnView } from './turn-view.tsx'
import type { Talk } from './use-talk.ts'

interface Props {
  readonly talk: Talk
  readonly startMode?: Mode
  /** Stands below the composer until something was asked. */
  readonly children?: ComponentChildren
  /** Not where a page around has its own say. Default true. */
  readonly takesFocus?: boolean
  /** Covered by the reader: nothing in it can be reached. */
  readonly isCovered: boolean
}

export function Conversation({ talk, startMode = 'ask', takesFocus = true, children, isCovered }: Props) {
  const { turns, isRunning } = talk
  const [mode, setMode] = useState(startMode)
  const [draft, setDraft] = useState('')
  const isFresh = turns.length === 0
  const scroll = useScrollToLast(turns.at(-1)?.id)
  const send = () => {
    const question = draft.trim()
    if (question === '') return
    setDraft('')
    if (mode === 'ask') talk.ask(question)
    else talk.search(question)
  }
  const composer = (
    <Composer
      mode={mode}
      onMode={setMode}
      draft={draft}
      onDraft={setDraft}
      isFollowUp={!isFresh}
      isRunning={isRunning}
      takesFocus={takesFocus && !isCovered && hasKeyboard()}
      onSend={send}
      onStop={talk.stop}
    />
  )
  return (
    <main class={isFresh ? 'conversation is-fresh' : 'conversation'} inert={isCovered}>
      <div class="scroll" ref={scroll}>
        {isFresh && (
          <div class="start">
            <h1>{say('headline')}</h1>
            <p class="promise">{say('promise')}</p>
            {composer}
            {children}
          </div>
        )}
        <div class="turns" role="log" aria-live="polite" aria-label={say('conversation')}>
          {turns.map((turn) => (
            <TurnView key={turn.id} turn={turn} talk={talk} />
          ))}
        </div>
      </div>
      {!isFresh && <div class="composer-place">{composer}</div>}
    </main>
  )
}

/** A new question goes to the top, with room for its answer below: what is written then moves nothing. */
function useScrollToLast(lastId: number | undefined) {
  const scroll = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (lastId === undefined) return
    const turn = document.getElementById(`turn-${lastId}`)
    if (turn && scroll.current) scroll.current.scrollTop = turn.offsetTop
  }, [lastId])
  return scroll
}

/** On a phone the keyboard on the screen would cover the page before it was seen. */
function hasKeyboard(): boolean {
  return matchMedia('(hover: hover) and (pointer: fine)').matches
}
