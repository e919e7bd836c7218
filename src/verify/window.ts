// Which part of long evidence is a slice of the claim compared with?
import { type Alignment, align } from './align.ts'
import type { Token } from './tokens.ts'

/** Claim tokens compared at a time: longer than nearly every sentence. */
const SLICE = 240
/** Evidence tokens compared at a time; a passage of 400 characters is compared whole. */
const WINDOW = 1400
/** Long evidence is searched in blocks of this many tokens. */
const BLOCK = 100
/** Blocks remembered for one pair of tokens. */
const BLOCKS_PER_PAIR = 12
/** What a pair in that many blocks or more says about where to look: only that there is nothing better. */
const COMMON = 0.001

/**
 * Aligns a claim of any length with evidence of any length in time that grows with their sum: slice by slice, each
 * with the evidence around the blocks that share most with it.
 */
export function alignAnywhere(claim: readonly Token[], evidence: readonly Token[]): Alignment {
  if (claim.length <= SLICE && evidence.length <= WINDOW) return align(claim, evidence)
  const alignment = new Int32Array(claim.length).fill(-1)
  const blocks = evidence.length <= WINDOW ? undefined : blocksByPair(evidence)
  for (let start = 0; start < claim.length; ) {
    const end = sliceEnd(claim, start)
    const slice = claim.slice(start, end)
    const indices = blocks === undefined ? undefined : windowFor(slice, evidence.length, blocks)
    const part = align(slice, indices === undefined ? evidence : pick(evidence, indices))
    for (const [i, at] of part.entries())
      alignment[start + i] = at === -1 || indices === undefined ? at : (indices[at] ?? -1)
    start = end
  }
  return alignment
}

/** The last end of a sentence, else of a clause, in the next `SLICE` tokens. */
function sliceEnd(claim: readonly Token[], start: number): number {
  const cap = Math.min(start + SLICE, claim.length)
  if (cap === claim.length) return cap
  for (const part of ['sentence', 'clause'] as const)
    for (let end = cap; end > start + SLICE / 2; end--)
      if (claim[end]?.[part] !== claim[end - 1]?.[part]) return end
  return cap
}

function blocksByPair(evidence: readonly Token[]): Map<string, number[]> {
  const blocks = new Map<string, number[]>()
  for (let i = 0; i + 1 < evidence.length; i++) {
    const pair = pairKey(evidence, i)
    const block = Math.floor(i / BLOCK)
    const known = blocks.get(pair)
    if (known === undefined) blocks.set(pair, [block])
    else if (known.at(-1) !== block && known.length < BLOCKS_PER_PAIR) known.push(block)
  }
  return blocks
}

function pairKey(tokens: readonly Token[], i: number): string {
  return `${tokens[i]?.key}\u0000${tokens[i + 1]?.key}`
}

/** Ascending indices into the evidence, at most `WINDOW`. */
function windowFor(slice: readonly Token[], length: number, blocks: ReadonlyMap<string, number[]>): number[] {
  const votes = new Map<number, number>()
  for (let i = 0; i + 1 < slice.length; i++) {
    const found = blocks.get(pairKey(slice, i)) ?? []
    const weight = found.length < BLOCKS_PER_PAIR ? 1 / found.length : COMMON
    for (const block of found) votes.set(block, (votes.get(block) ?? 0) + weight)
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([block]) => block)
  const chosen = new Set<number>()
  for (const block of ranked.flatMap((at) => [at, at - 1, at + 1])) {
    if (chosen.size >= WINDOW / BLOCK) break
    if (block >= 0 && block * BLOCK < length) chosen.add(block)
  }
  return [...chosen]
    .sort((a, b) => a - b)
    .flatMap((block) =>
      Array.from({ length: Math.min(BLOCK, length - block * BLOCK) }, (_, i) => block * BLOCK + i),
    )
}

function pick(evidence: readonly Token[], indices: readonly number[]): Token[] {
  return indices.flatMap((index) => evidence[index] ?? [])
}
