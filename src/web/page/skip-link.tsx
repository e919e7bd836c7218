// How do those who go by keyboard get past what stands on every page? The address is not for this: it holds a question or a place.

interface Props {
  /** Id of the element to go to. */
  readonly to: string
  readonly words: string
}

export function SkipLink({ to, words }: Props) {
  return (
    <a
      class="skip"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault()
        document.getElementById(to)?.focus()
      }}
    >
      {words}
    </a>
  )
}
