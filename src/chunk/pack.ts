// Where is the best place to cut? The cheapest way to part a run of units into chunks, over all ways.
import type { Boundary, Unit } from './units.ts'

export interface PackLimits {
  /** Characters a chunk should have. */
  readonly target: number
  /** Characters a chunk may not exceed. */
  readonly cap: number
  /** A chunk below this is joined to its neighbour wherever the cap allows. */
  readonly least: number
}

/**
 * Cost of a cut, in the unit of the square of the relative distance from the target: a chunk may be a third off its target
 * before a paragraph is cut at a sentence, and half off before a quotation is parted from its speaker.
 */
const CUT_COST: Readonly<Record<Boundary, number>> = {
  paragraph: 0,
  sentence: 0.12,
  quotation: 0.25,
  inside: 2,
}
/** More than any number of other costs in reach of one cap. */
const TOO_SHORT = 20

/**
 * @param units each at most `cap` long
 * @returns half-open index pairs, in order, covering all units; no chunk above the cap
 */
export function packUnits(units: readonly Unit[], limits: PackLimits): { from: number; to: number }[] {
  const best: { cost: number; from: number }[] = [{ cost: 0, from: 0 }]
  for (let to = 1; to <= units.length; to++) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: to - 1 }
    let length = 0
    for (let from = to - 1; from >= 0; from--) {
      const unit = units[from]
      const before = best[from]
      if (unit === undefined || before === undefined) break
      length += unit.length + (from + 1 < to ? (units[from + 1]?.lead ?? 0) : 0)
      if (length > limits.cap && from < to - 1) break
      const cost = before.cost + sizeCost(length, limits) + (from === 0 ? 0 : CUT_COST[unit.boundary])
      if (cost < choice.cost) choice = { cost, from }
    }
    best.push(choice)
  }
  const chunks: { from: number; to: number }[] = []
  for (let to = units.length; to > 0; to = chunks[0]?.from ?? 0)
    chunks.unshift({ from: best[to]?.from ?? 0, to })
  return chunks
}

function sizeCost(length: number, limits: PackLimits): number {
  const off = (length - limits.target) / limits.target
  return off * off + (length < limits.least ? TOO_SHORT : 0)
}
