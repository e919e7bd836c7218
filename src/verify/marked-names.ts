// Are the 《titles》 and “quoted names” of the claim in the evidence, word for word?
import type { Comparison } from './comparison.ts'
import { found, missing, type Reason } from './reason.ts'
import type { Token } from './tokens.ts'

/** Quotation marks with up to this many characters and no sentence mark hold a name; others are speech. */
const LONGEST_QUOTED = 24
const MARKED = new RegExp(
  `《[^《》\\n]{1,60}》|[“"][^“”",。!?\\n]{1,${LONGEST_QUOTED}}[”"]|‘[^‘’,。!?\\n]{1,${LONGEST_QUOTED}}’`,
  'gu',
)
/** Places of the evidence that are tried for one name; the alignment finds those that are repeated more often. */
const MOST_PLACES = 40

export function judgeMarkedNames(comparison: Comparison): Reason[] {
  const { claim, evidence } = comparison
  const places = placesByKey(evidence.tokens)
  let at = 0
  return [...claim.folded.matchAll(MARKED)].map(({ 0: marked, index }) => {
    while ((claim.tokens[at]?.start ?? Number.POSITIVE_INFINITY) < index) at += 1
    let end = at
    while ((claim.tokens[end]?.end ?? Number.POSITIVE_INFINITY) <= index + marked.length) end += 1
    const isThere =
      isAlignedWhole(comparison, at, end) || occurs(claim.tokens.slice(at, end), evidence.tokens, places)
    const text = claim.text.slice(index, index + marked.length)
    const aspect = marked.startsWith('《') ? 'title' : 'name'
    return isThere ? found(aspect, text, `原文有${text}`) : missing(aspect, text, `原文未见${text}`)
  })
}

function isAlignedWhole({ alignment }: Comparison, from: number, to: number): boolean {
  for (let i = from; i < to; i++)
    if (alignment[i] === -1 || (i > from && alignment[i] !== (alignment[i - 1] ?? 0) + 1)) return false
  return true
}

function placesByKey(tokens: readonly Token[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [i, { key }] of tokens.entries()) {
    const known = places.get(key)
    if (known === undefined) places.set(key, [i])
    else if (known.length < MOST_PLACES) known.push(i)
  }
  return places
}

function occurs(
  name: readonly Token[],
  tokens: readonly Token[],
  places: ReadonlyMap<string, readonly number[]>,
): boolean {
  const [first] = name
  if (first === undefined) return true
  return (places.get(first.key) ?? []).some((at) =>
    name.every((token, i) => tokens[at + i]?.key === token.key),
  )
}
