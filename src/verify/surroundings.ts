// What stands around a number? The words by which two mentions of a number are known to be about one thing.
import { isFunctionWord } from './align.ts'
import type { Comparison } from './comparison.ts'
import type { Token } from './tokens.ts'

/** Tokens on either side that are looked at. */
const REACH = 10
/** How quickly words lose weight with their distance. */
const PER_TOKEN = 0.35
/** 人口最多的是某县，有86万人: a number may belong to the clause before it, hardly to the one after it. */
const PER_CLAUSE_BEFORE = 0.25
const PER_CLAUSE_AFTER = 1.5
/**
 * Added when the alignment puts both in one place; the words around a number give two to five where a sentence is
 * repeated.
 */
const IN_PLACE = 0.6

export type Likeness = (claimIndex: number, evidenceIndex: number) => number

/** @returns how much of what stands around a claim's number stands around one of the evidence's; 0 and more */
export function likenessOf({ claim, evidence, alignment }: Comparison): Likeness {
  // Every number of the evidence is asked for as often as the claim has numbers.
  const known = new Map<number, ReadonlyMap<string, number>>()
  const around = (at: number) => {
    const pairs = known.get(at) ?? pairsAround(evidence.tokens, at)
    known.set(at, pairs)
    return pairs
  }
  let last = -1
  let ours: ReadonlyMap<string, number> = new Map()
  return (i, at) => {
    if (i !== last) ours = pairsAround(claim.tokens, i)
    last = i
    const theirs = around(at)
    const joins = alignment[i - 1] === at - 1 || alignment[i + 1] === at + 1
    let likeness = alignment[i] === at && joins ? IN_PLACE : 0
    for (const [pair, weight] of ours) likeness += Math.min(weight, theirs.get(pair) ?? 0)
    return likeness
  }
}

/**
 * The alignment puts both in one place, and equal words run on from both sides, or up to the end of the clause on one.
 */
export function isEmbedded({ alignment, claim, evidence }: Comparison, i: number, at: number): boolean {
  if (alignment[i] !== at) return false
  const left = alignment[i - 1] === at - 1
  const right = alignment[i + 1] === at + 1
  if (left && right) return true
  const partsFrom = (tokens: readonly Token[], a: number, b: number) =>
    tokens[a]?.clause !== tokens[b]?.clause
  const closes = left && alignment[i - 2] === at - 2 && partsFrom(claim.tokens, i, i + 1)
  const opens = right && alignment[i + 2] === at + 2 && partsFrom(claim.tokens, i - 1, i)
  return closes || (opens && partsFrom(evidence.tokens, at - 1, at))
}

/** Pairs of neighbours in the same sentence, whichever side they are on, each with its greatest weight. */
function pairsAround(tokens: readonly Token[], center: number): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>()
  const middle = tokens[center]
  const note = (at: number, distance: number) => {
    const first = tokens[at]
    const second = tokens[at + 1]
    if (first?.sentence !== middle?.sentence || second?.sentence !== middle?.sentence) return
    if (first === undefined || second === undefined || middle === undefined) return
    if (isFunctionWord(first) && isFunctionWord(second)) return
    const key = `${first.key}\u0000${second.key}`
    const weight = 1 / (1 + PER_TOKEN * distance + clausesBetween(first.clause - middle.clause))
    pairs.set(key, Math.max(pairs.get(key) ?? 0, weight))
  }
  for (let distance = 0; distance < REACH; distance++) {
    note(center - distance - 2, distance)
    note(center + distance + 1, distance)
  }
  return pairs
}

function clausesBetween(clauses: number): number {
  return clauses > 0 ? PER_CLAUSE_AFTER * clauses : PER_CLAUSE_BEFORE * -clauses
}
