// What can a reader do with an answer? Take it along with its sources; see why it rests on these passages.
import { useState } from 'preact/hooks'
import type { Answer } from '../../answer/answer.ts'
import { say } from '../words/say.ts'
import { copyText } from './clipboard.ts'
import { copiedText } from './copied-text.ts'
import { Trace } from './trace.tsx'

type Copying = 'idle' | 'copied' | 'failed'

const COPY_WORDS = { idle: 'copy', copied: 'copied', failed: 'copyFailed' } as const

export function TurnActions({ answer }: { readonly answer: Answer }) {
  const [copying, setCopying] = useState<Copying>('idle')
  const [isOpen, setOpen] = useState(false)
  const hasTrace = answer.trace !== undefined
  if (answer.kind === 'refused' && !hasTrace) return null
  return (
    <>
      <p class="actions">
        {answer.kind === 'answered' && (
          <button
            type="button"
            class="quiet-button"
            onClick={async () => {
              const isDone = await copyText(copiedText(answer, location.origin, say('sources')))
              setCopying(isDone ? 'copied' : 'failed')
            }}
          >
            <span aria-live="polite">{say(COPY_WORDS[copying])}</span>
          </button>
        )}
        {hasTrace && (
          <button
            type="button"
            class="quiet-button is-fold"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {say('whyThese')}
          </button>
        )}
      </p>
      {isOpen && <Trace answer={answer} />}
    </>
  )
}
