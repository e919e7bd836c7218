// How does the site's page hold the conversation? In a frame of the service, that shows itself once the two have greeted.
import { type FromFrame, kindOf, type ToFrame } from './messages.ts'
import type { WidgetSettings } from './settings.ts'
import { WORDS } from './words.ts'

/** Longest wait for the page, as long as people wait for any. */
const LOADING_MS = 20_000
/** Longest wait for its greeting once it has come; it listens before it counts as come. */
const GREETING_MS = 3_000

export interface Frame {
  /** Say it again whenever the panel was opened. @param takesFocus the reader opened it, so their keys go there */
  show(takesFocus: boolean): void
  /** It never came, or the browser refused to show it here. */
  hasFailed(): boolean
  remove(): void
}

/** @param onClose the reader wants it gone, from within */
export function openFrame(
  panel: HTMLElement,
  { frameUrl, language }: WidgetSettings,
  label: string,
  onClose: () => void,
): Frame {
  const note = document.createElement('p')
  note.setAttribute('role', 'status')
  note.textContent = WORDS[language].waiting
  const frame = document.createElement('iframe')
  frame.title = label
  frame.hidden = true
  frame.allow = 'clipboard-write'
  // Which page of the site a reader is on is none of the service's business.
  frame.referrerPolicy = 'no-referrer'

  let state: 'waiting' | 'ready' | 'failed' = 'waiting'
  let wantsFocus = false
  const fail = () => {
    state = 'failed'
    note.textContent = WORDS[language].unreachable
  }
  let timer = setTimeout(fail, LOADING_MS)
  const post = (message: ToFrame) => frame.contentWindow?.postMessage(message, frameUrl.origin)
  const shown = () => {
    if (!wantsFocus) return
    frame.focus()
    post({ wenbao: 'shown' })
  }
  const hear = ({ source, origin, data }: MessageEvent) => {
    if (source !== frame.contentWindow || origin !== frameUrl.origin) return
    const kind = kindOf(data) as FromFrame['wenbao'] | undefined // what it isn't is passed over below
    if (kind === 'close') onClose()
    if (kind !== 'ready' || state === 'ready') return
    clearTimeout(timer)
    state = 'ready'
    note.hidden = true
    frame.hidden = false
    shown()
  }
  addEventListener('message', hear)
  frame.addEventListener('load', () => {
    if (state === 'ready') return
    clearTimeout(timer)
    timer = setTimeout(fail, GREETING_MS)
    post({ wenbao: 'hello' })
  })
  frame.src = frameUrl.href
  panel.append(note, frame)

  return {
    show(takesFocus) {
      wantsFocus = takesFocus
      if (state === 'ready') shown()
    },
    hasFailed: () => state === 'failed',
    remove() {
      clearTimeout(timer)
      removeEventListener('message', hear)
      note.remove()
      frame.remove()
    },
  }
}
