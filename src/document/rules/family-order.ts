// Which family of numbering stands above which in this file?
import { FAMILIES, type Family, type Numbering } from './numbering.ts'

/**
 * The families that a file uses, from the highest to the lowest: in their usual order, unless a family that comes first
 * goes on counting across the usually higher one (壹 第一節 第二節 貳), which is then the lower.
 */
export function orderFamilies(numberings: readonly Numbering[]): Family[] {
  const order = FAMILIES.filter((family) => numberings.some((numbering) => numbering.family === family))
  for (let pass = 0; pass < order.length; pass++) {
    for (let i = 0; i + 1 < order.length; i++) {
      const upper = order[i]
      const lower = order[i + 1]
      if (upper === undefined || lower === undefined || !holds(lower, upper, numberings)) continue
      order[i] = lower
      order[i + 1] = upper
    }
  }
  return order
}

/** `outer` comes before `inner` and counts on across its members more often than it begins again after them. */
function holds(outer: Family, inner: Family, numberings: readonly Numbering[]): boolean {
  if (inner === 'arabic' && outer.startsWith('decimal')) return areListsBelow(numberings)
  let votes = 0
  let seenOuter = false
  let isBetween = false
  for (const { family, values } of numberings) {
    if (family === inner) {
      if (!seenOuter) return false
      isBetween = true
    }
    if (family !== outer) continue
    if (isBetween) votes += values.at(-1) === 1 ? -1 : 1
    seenOuter = true
    isBetween = false
  }
  return votes > 0
}

/** After 1.1 a heading on the level above counts on with 2., a list below it begins with 1. */
function areListsBelow(numberings: readonly Numbering[]): boolean {
  let votes = 0
  for (const [i, { family, values }] of numberings.entries()) {
    const before = numberings[i - 1]
    if (family !== 'arabic' || before?.family.startsWith('decimal') !== true) continue
    votes += values[0] === (before.values[0] ?? 0) + 1 ? -1 : 1
  }
  return votes > 0
}
