// Does the evidence give this number, for this thing? Each quantity of the claim is looked for.
import { type Agreement, agree, baseValue, spokenNumber } from './agreement.ts'
import { type Comparison, written } from './comparison.ts'
import type { Quantity } from './quantity-reading.ts'
import { type Aspect, contradicted, found, missing, type Reason } from './reason.ts'
import { isEmbedded, type Likeness, likenessOf } from './surroundings.ts'
import type { Token } from './tokens.ts'

/** Quantities of the evidence that one of the claim is compared with; a passage holds fewer. */
const MOST_CANDIDATES = 40
/** Tokens of the evidence in which the neighbours' counterparts make a quantity a candidate. */
const NEARBY = 10
/**
 * A right number whose surroundings are this much less alike than those of a wrong one belongs to something else.
 */
const MISPLACED = 0.6
/** Surroundings less alike than this say nothing. */
const FAINT = 0.7
/** Units of which 一 is the first or the best, not any. */
const RANKS = new Set(['等', '级', '届', '期', '季度', '年', '月', '日'])

export function judgeQuantities(comparison: Comparison): Reason[] {
  const candidates = candidatesIn(comparison.evidence.tokens)
  const likeness = likenessOf(comparison)
  return comparison.claim.tokens.flatMap((token, i) => {
    if (token.quantity === undefined) return []
    const near = candidatesFor(comparison, i, token.quantity, candidates)
    return (
      judgeQuantity(comparison, i, token.quantity, rate(comparison, i, token.quantity, near, likeness)) ?? []
    )
  })
}

interface Candidates {
  /** Token indices, ascending. */
  readonly all: readonly number[]
  readonly byNumber: ReadonlyMap<string, readonly number[]>
}

function candidatesIn(tokens: readonly Token[]): Candidates {
  const all: number[] = []
  const byNumber = new Map<string, number[]>()
  for (const [i, { quantity }] of tokens.entries()) {
    if (quantity === undefined) continue
    all.push(i)
    for (const number of numbersOf(quantity)) {
      const known = byNumber.get(number)
      if (known === undefined) byNumber.set(number, [i])
      else if (known.length < MOST_CANDIDATES) known.push(i)
    }
  }
  return { all, byNumber }
}

function numbersOf(quantity: Quantity): string[] {
  return [...new Set([spokenNumber(quantity), baseValue(quantity)].map((value) => value.toPrecision(9)))]
}

/** Of many, those of the same number and those in the neighbourhood of what stands around the claim's. */
function candidatesFor(
  { alignment, evidence }: Comparison,
  i: number,
  quantity: Quantity,
  { all, byNumber }: Candidates,
): readonly number[] {
  if (all.length <= MOST_CANDIDATES) return all
  const near = new Set<number>()
  for (let k = i - 3; k <= i + 3; k++) {
    const at = alignment[k] ?? -1
    if (at === -1) continue
    for (let j = at - NEARBY; j < at + NEARBY; j++)
      if (evidence.tokens[j]?.quantity !== undefined && near.size < MOST_CANDIDATES) near.add(j)
  }
  for (const number of numbersOf(quantity)) for (const at of byNumber.get(number) ?? []) near.add(at)
  return [...near]
}

interface Rated {
  readonly at: number
  readonly agreement: Agreement
  readonly likeness: number
}

/** Those that the claim's quantity could be, or be mistaken for: two years, two shares, two counts. */
function rate(
  { evidence }: Comparison,
  i: number,
  quantity: Quantity,
  candidates: readonly number[],
  likeness: Likeness,
): Rated[] {
  return candidates.flatMap((at) => {
    const other = evidence.tokens[at]?.quantity
    if (other === undefined) return []
    const agreement = agree(quantity, other)
    const isRival = quantity.date === other.date && (quantity.kind === other.kind || agreement === 'unit')
    return agreement === 'same' || isRival ? [{ at, agreement, likeness: likeness(i, at) }] : []
  })
}

function judgeQuantity(
  comparison: Comparison,
  i: number,
  quantity: Quantity,
  rated: readonly Rated[],
): Reason | undefined {
  const { claim, evidence } = comparison
  const text = written(claim, i, i + 1)
  const aspect: Aspect = quantity.date === undefined ? 'number' : 'date'
  const deny = ({ at, agreement }: Rated) =>
    contradicted(agreement === 'unit' ? 'unit' : aspect, text, written(evidence, at, at + 1))
  const rivals = rated.filter(({ agreement }) => agreement !== 'same')
  const inPlace = rivals.find(({ at }) => isEmbedded(comparison, i, at))
  if (inPlace !== undefined) return deny(inPlace)
  if (isArticle(claim.folded, quantity)) return undefined
  const same = mostAlike(rated.filter(({ agreement }) => agreement === 'same'))
  const rival = mostAlike(rivals)
  const isClear = rival !== undefined && rival.likeness >= FAINT
  if (same !== undefined)
    return isClear && same.likeness < rival.likeness * MISPLACED
      ? deny(rival)
      : found(aspect, text, `原文有“${written(evidence, same.at, same.at + 1)}”`)
  const otherUnit = mostAlike(rivals.filter(({ agreement }) => agreement === 'unit'))
  if (otherUnit !== undefined && (!isClear || otherUnit.likeness >= rival.likeness * MISPLACED))
    return deny(otherUnit)
  return isClear ? deny(rival) : missing(aspect, text)
}

function mostAlike(rated: readonly Rated[]): Rated | undefined {
  return rated.reduce<Rated | undefined>(
    (best, one) => (best === undefined || one.likeness > best.likeness ? one : best),
    undefined,
  )
}

/** 一个 and 十佳 are articles and names more than numbers: they matter only where the evidence has another number. */
function isArticle(folded: string, { value, bare, ordinal, start, unit }: Quantity): boolean {
  if (!bare || ordinal || RANKS.has(unit?.name ?? '')) return false
  return value === 1 || /[十百千万亿]/u.test(folded.charAt(start))
}
