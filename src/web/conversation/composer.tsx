// How is a question written and sent? Enter sends, unless an input method wants it; Shift with Enter begins a new line.
import { useLayoutEffect, useRef } from 'preact/hooks'
import { say } from '../words/say.ts'
import { sendsQuestion } from './sends-question.ts'

export type Mode = 'ask' | 'search'

/** What the service takes. */
const MOST_CHARACTERS = 2000

interface Props {
  readonly mode: Mode
  readonly onMode: (mode: Mode) => void
  readonly draft: string
  readonly onDraft: (draft: string) => void
  readonly isFollowUp: boolean
  readonly isRunning: boolean
  readonly takesFocus: boolean
  readonly onSend: () => void
  readonly onStop: () => void
}

export function Composer(props: Props) {
  const { mode, onMode, draft, onDraft, isRunning, takesFocus, onSend, onStop } = props
  const field = useRef<HTMLTextAreaElement>(null)
  // At once, here and below: what is typed next must not be lost.
  useLayoutEffect(() => {
    if (takesFocus) field.current?.focus()
  }, [takesFocus])
  const isFull = draft.length >= MOST_CHARACTERS
  useGrowing(field, draft)
  useSlash(field)
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
        field.current?.focus()
      }}
    >
      <label class="unseen" for="question">
        {say('question')}
      </label>
      <textarea
        id="question"
        ref={field}
        rows={1}
        maxLength={MOST_CHARACTERS}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="send"
        placeholder={placeholderOf(props)}
        value={draft}
        onInput={(event) => onDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (!sendsQuestion(event)) return
          event.preventDefault()
          onSend()
        }}
      />
      <div class="composer-row">
        <fieldset class="modes">
          <legend class="unseen">{say('mode')}</legend>
          {(['ask', 'search'] as const).map((name) => (
            <label key={name}>
              <input type="radio" name="mode" checked={mode === name} onChange={() => onMode(name)} />
              <span>{say(name === 'ask' ? 'modeAsk' : 'modeSearch')}</span>
            </label>
          ))}
        </fieldset>
        <span class={isFull ? 'keys is-full' : 'keys'} role="status">
          {isFull ? say('questionFull')(MOST_CHARACTERS) : say('keys')}
        </span>
        {isRunning ? (
          <button type="button" class="send is-stop" onClick={onStop}>
            {say('stop')}
          </button>
        ) : (
          <button type="submit" class="send" aria-disabled={draft.trim() === ''}>
            {say(mode === 'ask' ? 'ask' : 'search')}
          </button>
        )}
      </div>
    </form>
  )
}

function placeholderOf({ mode, isFollowUp }: Props): string {
  if (mode === 'search') return say('searchPlaceholder')
  return say(isFollowUp ? 'followUp' : 'placeholder')
}

/** As high as its text; CSS sets the most. */
function useGrowing(field: { readonly current: HTMLTextAreaElement | null }, draft: string): void {
  useLayoutEffect(() => {
    const area = field.current
    if (area === null) return
    area.style.height = 'auto'
    if (draft !== '') area.style.height = `${area.scrollHeight}px`
  }, [draft])
}

/** `/` leads to the question from wherever nothing is being written. */
function useSlash(field: { readonly current: HTMLTextAreaElement | null }): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isWriting = event.target instanceof Element && event.target.matches('input, textarea, select')
      if (event.key !== '/' || isWriting || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      field.current?.select()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
