// Does the number count the same things? The noun after it, where the evidence has another one there.
import { type Comparison, type Side, written } from './comparison.ts'
import { textOf, wordEnd } from './name-reading.ts'
import { missing, type Reason } from './reason.ts'
import type { Change, TokenRange } from './redline.ts'

/**
 * 73名党员 against 73名教师. A noun that the evidence has elsewhere, or that shares a character, may be another word for it.
 */
export function judgeCounted(comparison: Comparison, changes: readonly Change[]): Reason[] {
  const { claim, evidence, squeezed } = comparison
  return changes.flatMap((change) => {
    const ours = nounAfterNumber(claim, change.claim)
    const theirs = nounAfterNumber(evidence, change.evidence)
    if (ours === undefined || theirs === undefined) return []
    const noun = textOf(claim, ours)
    const other = textOf(evidence, theirs)
    if (noun.length < 2 || other.length < 2 || squeezed.includes(noun)) return []
    if ([...noun].some((character) => other.includes(character))) return []
    const text = written(claim, ours.from - 1, ours.to)
    return [
      missing('counted', text, `原文为“${written(evidence, theirs.from - 1, theirs.to)}”，未见“${text}”`),
    ]
  })
}

/** The first word of a change that starts right after a counting number, in the same clause. */
function nounAfterNumber(side: Side, { from, to }: TokenRange): TokenRange | undefined {
  const number = side.tokens[from - 1]
  const first = side.tokens[from]
  if (from >= to || number?.quantity?.unit === undefined || number.quantity.date !== undefined)
    return undefined
  return first?.clause === number.clause ? { from, to: wordEnd(side, from) } : undefined
}
