// How much of what the claim says, in its words, does the evidence say?
import { isFunctionWord } from './align.ts'
import type { Comparison, Side } from './comparison.ts'
import { isOrdinaryWord } from './ordinary-words.ts'
import type { Token } from './tokens.ts'

/** A function word says little about what is meant. */
const FUNCTION_WEIGHT = 0.2
/** 现有 for 有, 共有, 目前: common words that the evidence lacks take little away. */
const ORDINARY_WEIGHT = 0.35

/**
 * Share of the claim's tokens that the evidence has, in the same place or with the same neighbour; rarer pairs weigh
 * more.
 *
 * @returns 0 to 1; 0 for a claim without words
 */
export function wordingCovered({ claim, evidence, alignment }: Comparison): number {
  const frequency = pairFrequency(evidence.tokens)
  let total = 0
  let covered = 0
  const ordinary = ordinaryTokens(claim)
  for (const [i, token] of claim.tokens.entries()) {
    const left = frequency.get(pairKey(claim.tokens, i - 1)) ?? 0
    const right = frequency.get(pairKey(claim.tokens, i)) ?? 0
    const isCovered = alignment[i] !== -1 || left > 0 || right > 0
    const importance = isFunctionWord(token)
      ? FUNCTION_WEIGHT
      : ordinary.has(i) && !isCovered
        ? ORDINARY_WEIGHT
        : 1
    const weight = importance * rarity(Math.min(left || right, right || left))
    total += weight
    if (isCovered) covered += weight
  }
  return total === 0 ? 0 : covered / total
}

/** Indices of tokens that belong to a common verb, adverb or noun. */
function ordinaryTokens({ tokens, folded }: Side): ReadonlySet<number> {
  const ordinary = new Set<number>()
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1
    while (to < tokens.length && tokens[to]?.word === tokens[from]?.word) to += 1
    const word = folded.slice(tokens[from]?.start, tokens[to - 1]?.end)
    if (isOrdinaryWord(word)) for (let i = from; i < to; i++) ordinary.add(i)
    from = to
  }
  return ordinary
}

function rarity(frequency: number): number {
  return 1 / (1 + Math.log(Math.max(1, frequency)))
}

function pairFrequency(tokens: readonly Token[]): Map<string, number> {
  const frequency = new Map<string, number>()
  for (let i = 0; i + 1 < tokens.length; i++) {
    const key = pairKey(tokens, i)
    frequency.set(key, (frequency.get(key) ?? 0) + 1)
  }
  return frequency
}

function pairKey(tokens: readonly Token[], i: number): string {
  return `${tokens[i]?.key}\u0000${tokens[i + 1]?.key}`
}
