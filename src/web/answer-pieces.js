// Cuts an answer into text, claims and citation markers. Pure: no element is made here.

const MARKER = /\[(\d{1,3})\]/g

/**
 * @param {string} text with `[n]` markers
 * @param {{ text: string }[]} claims in their order in the text; one that isn't found there is passed over
 * @returns {{ text: string, claim?: number, cites?: number }[]} in order, together the whole text; `claim` is the place of the claim it
 *   is part of, `cites` the number that a marker names
 */
export function answerPieces(text, claims) {
  const pieces = []
  let at = 0
  claims.forEach((claim, place) => {
    const start = claim.text === '' ? -1 : text.indexOf(claim.text, at)
    if (start === -1) return
    pieces.push(...cutMarkers(text.slice(at, start)), { text: claim.text, claim: place })
    at = start + claim.text.length
  })
  return [...pieces, ...cutMarkers(text.slice(at))]
}

function cutMarkers(text) {
  const pieces = []
  let at = 0
  for (const match of text.matchAll(MARKER)) {
    if (match.index > at) pieces.push({ text: text.slice(at, match.index) })
    pieces.push({ text: match[0], cites: Number(match[1]) })
    at = match.index + match[0].length
  }
  if (at < text.length) pieces.push({ text: text.slice(at) })
  return pieces
}
