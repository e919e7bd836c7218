// How does a lit text look? Text only ever enters as text, so nothing in a report can become markup.
import type { Piece } from '../reader/pieces.ts'

export function Pieces({ pieces }: { readonly pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, mark }, place) =>
        mark === undefined ? (
          text
        ) : (
          <mark key={String(place)} class={mark}>
            {text}
          </mark>
        ),
      )}
    </>
  )
}
