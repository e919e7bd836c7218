// What was changed between claim and evidence? The gaps between aligned tokens, with what stands there.
import type { Comparison } from './comparison.ts'

/** Half-open range of token indices. */
export interface TokenRange {
  readonly from: number
  readonly to: number
}

/** A place where claim and evidence part; both sides may be empty, not both at once. */
export interface Change {
  readonly claim: TokenRange
  /** What the evidence has in that place. */
  readonly evidence: TokenRange
  /**
   * `both`: equal text, or the edge of a sentence, on both sides; `left`, `right`: only there, on the other side is a
   * jump.
   */
  readonly anchored: 'both' | 'left' | 'right'
}

/** Evidence passed over in one place: more is a dropped clause, not a replaced word. */
const LONGEST_REPLACED = 24
/**
 * Evidence looked at beside an anchor with nothing on its other side: as much as the claim has there, and this much
 * more.
 */
const REACH = 4

/** All changes in claim order. Claims without any aligned token have none. */
export function changesOf({ claim, evidence, alignment }: Comparison): Change[] {
  const anchors = [...alignment.keys()].filter((i) => alignment[i] !== -1)
  const changes: Change[] = []
  for (let k = 0; k <= anchors.length; k++) {
    const left = anchors[k - 1]
    const right = anchors[k]
    const after = left === undefined ? undefined : (alignment[left] ?? 0) + 1
    const before = right === undefined ? undefined : (alignment[right] ?? 0)
    const inClaim: TokenRange = { from: left === undefined ? 0 : left + 1, to: right ?? claim.tokens.length }
    if (
      after !== undefined &&
      before !== undefined &&
      before >= after &&
      before - after <= LONGEST_REPLACED
    ) {
      if (inClaim.from < inClaim.to || after < before)
        changes.push({ claim: inClaim, evidence: { from: after, to: before }, anchored: 'both' })
      continue
    }
    const reach = Math.min(inClaim.to - inClaim.from + REACH, LONGEST_REPLACED)
    if (after !== undefined) {
      const to = sentenceEnd(evidence.tokens, after, after + reach)
      const meets = right === undefined && isSentenceEdge(evidence.tokens, to)
      changes.push({ claim: inClaim, evidence: { from: after, to }, anchored: meets ? 'both' : 'left' })
    }
    if (before !== undefined) {
      const from = sentenceStart(evidence.tokens, before, before - reach)
      const meets = left === undefined && isSentenceEdge(evidence.tokens, from)
      changes.push({ claim: inClaim, evidence: { from, to: before }, anchored: meets ? 'both' : 'right' })
    }
  }
  return changes.filter(({ claim: a, evidence: b }) => a.from < a.to || b.from < b.to)
}

type Sentenced = readonly { readonly sentence: number }[]

/** Between two sentences, or at either end of all. */
function isSentenceEdge(tokens: Sentenced, at: number): boolean {
  return tokens[at - 1]?.sentence !== tokens[at]?.sentence
}

function sentenceEnd(tokens: Sentenced, from: number, cap: number): number {
  let to = from
  while (to < Math.min(cap, tokens.length) && tokens[to]?.sentence === tokens[from - 1]?.sentence) to += 1
  return to
}

function sentenceStart(tokens: Sentenced, to: number, cap: number): number {
  let from = to
  while (from > Math.max(cap, 0) && tokens[from - 1]?.sentence === tokens[to]?.sentence) from -= 1
  return from
}
