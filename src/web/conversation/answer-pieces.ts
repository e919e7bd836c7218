// Where in an answer are its claims, its citations and its doubts? Cuts the text; no element is made here.

export type AnswerPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** Part of the claim at this place. */
  | { readonly kind: 'claim'; readonly text: string; readonly claim: number }
  /** The marker `[n]`. */
  | { readonly kind: 'marker'; readonly text: string; readonly n: number }
  /** Behind the claim at this place and its markers, so that a verdict that comes late moves nothing. */
  | { readonly kind: 'end'; readonly text: ''; readonly claim: number }

const MARKER = /\[(\d{1,3})\]/g
const MARKERS_AT_ONCE = /^(?:\[\d{1,3}\])*/
const UNFINISHED_MARKER = /\[\d{0,3}$/

/**
 * @param text with `[n]` markers
 * @param claims in their order in the text; one that isn't found there is passed over
 * @returns in order, together the whole text
 */
export function answerPieces(text: string, claims: readonly { readonly text: string }[]): AnswerPiece[] {
  const pieces: AnswerPiece[] = []
  let at = 0
  for (const [place, claim] of claims.entries()) {
    const start = claim.text === '' ? -1 : text.indexOf(claim.text, at)
    if (start === -1) continue
    const end = start + claim.text.length
    const markers = MARKERS_AT_ONCE.exec(text.slice(end))?.[0] ?? ''
    pieces.push(
      ...cutMarkers(text.slice(at, start)),
      { kind: 'claim', text: claim.text, claim: place },
      ...cutMarkers(markers),
      { kind: 'end', text: '', claim: place },
    )
    at = end + markers.length
  }
  return [...pieces, ...cutMarkers(text.slice(at))]
}

/** What may be shown while more is to come: half a marker would turn into a whole one before the reader's eyes. */
export function withoutUnfinishedMarker(text: string): string {
  return text.replace(UNFINISHED_MARKER, '')
}

function cutMarkers(text: string): AnswerPiece[] {
  const pieces: AnswerPiece[] = []
  let at = 0
  for (const match of text.matchAll(MARKER)) {
    if (match.index > at) pieces.push({ kind: 'text', text: text.slice(at, match.index) })
    pieces.push({ kind: 'marker', text: match[0], n: Number(match[1]) })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return pieces
}
