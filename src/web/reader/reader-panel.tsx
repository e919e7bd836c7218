// How is a citation looked up without leaving the conversation? The report beside it, or on top of it on a phone.
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Opened } from '../conversation/use-opened.ts'
import type { Client } from '../service/client.ts'
import { REPORT_LANGUAGE, say } from '../words/say.ts'
import { OutlineButton } from './outline-button.tsx'
import { readerTarget } from './place.ts'
import { ReportView } from './report-view.tsx'
import { useOutline } from './use-outline.ts'

interface Props {
  readonly client: Client
  readonly opened: Opened
  /** It covers the conversation. */
  readonly isOnTop: boolean
  readonly onOpen: (url: string, trail: readonly string[]) => void
  readonly onClose: () => void
}

/** From here on the panel holds outline and text side by side. */
const ROOMY = '(min-width: 76rem)'

export function ReaderPanel({ client, opened, isOnTop, onOpen, onClose }: Props) {
  const outline = useOutline(ROOMY)
  const [title, setTitle] = useState('')
  /** Has the focus at first, so that the keys leaf through it. */
  const text = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => text.current?.focus(), [])
  useEscape(onClose)
  const target = readerTarget(opened.url)
  if (target === undefined) return null
  return (
    <section
      class="panel"
      aria-label={say('reader')}
      role={isOnTop ? 'dialog' : 'complementary'}
      {...(isOnTop && { 'aria-modal': true })}
    >
      <header class="panel-head">
        <OutlineButton outline={outline} />
        <span class="panel-title" lang={REPORT_LANGUAGE}>
          {title}
        </span>
        <Steps opened={opened} onOpen={onOpen} />
        <a
          class="quiet-button"
          href={opened.url}
          target="_blank"
          rel="noopener noreferrer"
          title={say('openAlone')}
        >
          <span class="unseen">{say('openAlone')}</span>
          <span aria-hidden="true">↗</span>
        </a>
        <button type="button" class="quiet-button" onClick={onClose}>
          {say('close')}
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: by keys alone it could not be scrolled otherwise */}
      <div class="panel-scroll" ref={text} tabIndex={0}>
        <ReportView
          client={client}
          target={target}
          hasOutline={outline.isShown}
          onTitle={setTitle}
          onGo={outline.leave}
        />
      </div>
    </section>
  )
}

/** From citation to citation, for checking a whole answer in one go. */
function Steps({ opened: { url, trail }, onOpen }: Pick<Props, 'opened' | 'onOpen'>) {
  const place = trail.indexOf(url)
  if (trail.length < 2 || place === -1) return null
  const step = (by: 1 | -1, words: string, sign: string) => {
    const next = trail[place + by]
    return (
      <button
        type="button"
        class="quiet-button"
        aria-label={words}
        title={words}
        disabled={next === undefined}
        onClick={() => next !== undefined && onOpen(next, trail)}
      >
        {sign}
      </button>
    )
  }
  return (
    <span class="steps">
      {step(-1, say('previousSource'), '‹')}
      <span class="step-place">{say('sourceOf')(place + 1, trail.length)}</span>
      {step(1, say('nextSource'), '›')}
    </span>
  )
}

/** From wherever the focus is; an open dialog or an input method takes the key for itself. */
function useEscape(onClose: () => void): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return
      if (document.querySelector('dialog[open]') !== null) return
      event.preventDefault()
      onClose()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [onClose])
}
