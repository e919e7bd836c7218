// Which matches of an alignment mean nothing? Tokens taken from elsewhere, and lone characters.
import type { Token } from './tokens.ts'

/** Tokens between neighbours that still count as side by side. */
const CLOSE = 3
/** Tokens of the claim that may have been taken from elsewhere, and of the evidence that they may replace. */
const EXCURSION = 12
const REPLACED = 12

/** @param alignment evidence index or -1 for each claim token; left as it is */
export function dropChanceMatches(
  claim: readonly Token[],
  evidence: readonly Token[],
  alignment: Int32Array,
): Int32Array {
  return dropLoneMatches(claim, dropExcursions(claim, evidence, alignment))
}

/**
 * A few tokens taken from elsewhere in the middle of a stretch that otherwise follows the evidence are no part of it:
 * they replace what stands in that place. The beginning of a sentence counts as a stretch.
 */
function dropExcursions(
  claim: readonly Token[],
  evidence: readonly Token[],
  alignment: Int32Array,
): Int32Array {
  const kept = alignment.slice()
  const anchors = [...alignment.keys()].filter((i) => alignment[i] !== -1)
  for (let first = 0; first < anchors.length; first++) {
    const back = returnFrom(anchors, first, evidence, alignment)
    if (back === undefined || isOwnClause(claim, anchors[first - 1], anchors[first], anchors[back])) continue
    for (let i = anchors[first] ?? 0; i < (anchors[back] ?? 0); i++) kept[i] = -1
    first = back
  }
  return kept
}

/**
 * @returns the place among the anchors where the evidence is taken up again after an excursion that starts at `first`
 */
function returnFrom(
  anchors: readonly number[],
  first: number,
  evidence: readonly Token[],
  alignment: Int32Array,
): number | undefined {
  const placeOf = (k: number) => alignment[anchors[k] ?? 0] ?? 0
  const before = placeOf(first - 1)
  if (first > 0 && follows(before, placeOf(first), CLOSE)) return undefined
  const leaves = first > 0 && !follows(before, placeOf(first), REPLACED)
  const last = Math.min(first + EXCURSION, anchors.length - 1)
  for (let k = first + 1; k <= last; k++) {
    const isBack =
      first === 0
        ? !follows(placeOf(k - 1), placeOf(k), REPLACED) && opensSentence(evidence, placeOf(k))
        : follows(before, placeOf(k), REPLACED) && (leaves || placeOf(k) < placeOf(first))
    if (isBack) return k
  }
  return undefined
}

/** A clause by itself was moved as a whole; it replaces nothing. */
function isOwnClause(claim: readonly Token[], before: number | undefined, start = 0, goesOn = 0): boolean {
  const clause = claim[start]?.clause
  return clause !== claim[goesOn]?.clause && (before === undefined || clause !== claim[before]?.clause)
}

/** At most a few tokens of its sentence stand before it. */
function opensSentence(evidence: readonly Token[], at: number): boolean {
  return at < REPLACED || evidence[at - REPLACED]?.sentence !== evidence[at]?.sentence
}

/**
 * One character that matches by itself between two replaced stretches is chance, and would cut a replaced name in two.
 * Where the claim only leaves something out beside it, it stays.
 */
function dropLoneMatches(claim: readonly Token[], alignment: Int32Array): Int32Array {
  const kept = alignment.slice()
  if (claim.length === 1) return kept
  for (const [i, token] of claim.entries()) {
    const at = alignment[i] ?? -1
    if (at === -1 || token.quantity !== undefined) continue
    const before = alignment[i - 1] ?? -1
    const after = alignment[i + 1] ?? -1
    if (!(before !== -1 && follows(before, at, CLOSE)) && !follows(at, after, CLOSE)) kept[i] = -1
  }
  return kept
}

function follows(before: number, at: number, reach: number): boolean {
  return at > before && at - before <= reach
}
