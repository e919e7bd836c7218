// A sentence gives several numbers of one unit: did the language model take the one that was asked for?

import type { WeightedTerm } from '../search/passage.ts'
import { fold } from '../verify/fold.ts'
import { findQuantities, type Quantity } from '../verify/quantity-reading.ts'
import { coverage } from './likelihood/signals.ts'
import { clauseAround } from './spans/clause.ts'

const CLAUSE_END = /[，,、。；;：:！!？?]/u

/**
 * @param claim what the model says
 * @param quote the sentence it stands on
 * @returns whether a number that the claim leaves out stands with more of the words asked about than the one it gives
 */
export function isOtherNumber(claim: string, quote: string, terms: readonly WeightedTerm[]): boolean {
  const text = fold(quote)
  const given = new Set(findQuantities(fold(claim)).map(({ key }) => key))
  const found = findQuantities(text)
  const taken = found.filter(({ key }) => given.has(key))
  const asked = (quantity: Quantity) => coverage(terms, clauseOf(text, quantity))
  return taken.some((one) => {
    const alike = taken.filter((other) => isAlike(one, other)).map(asked)
    const left = found.filter((other) => !given.has(other.key) && isAlike(one, other)).map(asked)
    return Math.max(0, ...left) > Math.max(...alike)
  })
}

function isAlike(one: Quantity, other: Quantity): boolean {
  return one.kind === other.kind && one.unit?.name === other.unit?.name
}

function clauseOf(text: string, { start, end }: Quantity): string {
  const { before, after } = clauseAround(text, { start, end }, CLAUSE_END)
  return before + text.slice(start, end) + after
}
