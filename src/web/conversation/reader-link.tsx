// What happens when a citation is clicked? A link to the reader that opens beside the conversation, or anywhere the reader wants it.
import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'

export interface OpenReader {
  /** @param trail addresses among which the reader can step on, this one included */
  open(url: string, trail: readonly string[]): void
  /** What is open now. */
  readonly url: string | undefined
}

export const OpenReaderContext = createContext<OpenReader>({ open: () => {}, url: undefined })

interface Props {
  readonly url: string
  readonly trail?: readonly string[]
  readonly class: string
  readonly title?: string
  readonly label?: string
  readonly lang?: string
  readonly children: ComponentChildren
}

export function ReaderLink({ url, trail = [url], label, children, ...attributes }: Props) {
  const reader = useContext(OpenReaderContext)
  return (
    <a
      {...attributes}
      href={url}
      aria-label={label}
      aria-current={reader.url === url ? 'true' : undefined}
      onClick={(event) => {
        // A new tab or window is the reader's wish.
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        reader.open(url, trail)
      }}
    >
      {children}
    </a>
  )
}
