// Which passage is open beside the conversation? The browser's way back closes it, a reload opens it again.
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface Opened {
  /** As `readerUrl` makes it. */
  readonly url: string
  /** Addresses to step among. */
  readonly trail: readonly string[]
}

/** @param inHistory whether opening is a step that the browser goes back on */
export function useOpened(inHistory: boolean) {
  const [opened, setOpened] = useState<Opened | undefined>(() =>
    inHistory ? openedIn(history.state) : undefined,
  )
  /** What had the focus when the first one was opened, to give it back. */
  const opener = useRef<Element | null>(null)
  useLayoutEffect(() => {
    if (!inHistory) return
    const listen = (event: PopStateEvent) => setOpened(openedIn(event.state))
    window.addEventListener('popstate', listen)
    return () => window.removeEventListener('popstate', listen)
  }, [inHistory])
  // At once: a key that is pressed next must find somebody who has the focus.
  useLayoutEffect(() => {
    if (opened !== undefined) return
    if (opener.current instanceof HTMLElement) opener.current.focus()
    opener.current = null
  }, [opened])

  const open = useCallback(
    (url: string, trail: readonly string[]) => {
      const next = { url, trail }
      opener.current ??= document.activeElement
      if (inHistory && openedIn(history.state)) history.replaceState({ opened: next }, '')
      else if (inHistory) history.pushState({ opened: next }, '')
      setOpened(next)
    },
    [inHistory],
  )
  const close = useCallback(() => {
    if (inHistory && openedIn(history.state)) history.back()
    else setOpened(undefined)
  }, [inHistory])
  return { opened, open, close }
}

function openedIn(state: unknown): Opened | undefined {
  // Nobody but `open` above writes into this page's history.
  return (state as { opened?: Opened } | null)?.opened
}
