// Which chunks are worth a closer look? The best of each leg among those that the filters let through.
import type { ChunkTable } from '../derived/chunk-table.ts'
import type { VectorIndex } from '../vectors/vector-index.ts'

/** Asked of each leg, unless more passages are wanted. */
const PER_LEG = 40
/** Read and compared sentence by sentence; a large collection reads each from the disk, some 40 µs. */
const MAX_COMPARED = 32
/** Of so many candidates for a passage some are dropped: shown already within another, or the same text. */
const SPARE = 2
/** Up to so many accepted chunks each one is compared: a graph that must skip most of its nodes finds few of them. */
const COMPARE_ALL = 1_000

export interface Accepted {
  /** Undefined: every chunk. */
  readonly accept?: (slot: number) => boolean
  /** Slots that are accepted, when they are few enough to be listed. */
  readonly slots?: readonly number[]
}

interface Vectors {
  readonly table: ChunkTable
  readonly vectors: VectorIndex
}

/**
 * @param wanted passages
 * @returns slots, each once
 */
export function findCandidates(
  index: Vectors,
  scores: Float32Array,
  question: Float32Array | undefined,
  accepted: Accepted,
  wanted: number,
): number[] {
  const perLeg = Math.max(PER_LEG, SPARE * wanted)
  const most = Math.max(MAX_COMPARED, SPARE * wanted)
  const lexical = topSlots(scores, perLeg, accepted.accept)
  if (question === undefined) return lexical.slice(0, most)
  const near = nearest(index, question, accepted, perLeg)
  const slots = [...new Set([...near.keys(), ...lexical])]
  if (slots.length <= most) return slots
  const bestScore = scores[lexical[0] ?? 0] || 1
  // What the vector leg didn't find is no nearer than the last it found.
  const similarities = [...near.values()]
  const furthest = Math.min(...similarities)
  const reach = Math.max(...similarities) - furthest || 1
  const promise = (slot: number) =>
    (scores[slot] ?? 0) / bestScore + ((near.get(slot) ?? furthest) - furthest) / reach
  return slots
    .map((slot) => ({ slot, promise: promise(slot) }))
    .sort((a, b) => b.promise - a.promise || a.slot - b.slot)
    .slice(0, most)
    .map(({ slot }) => slot)
}

/** Similarity by slot. */
function nearest(
  { table, vectors }: Vectors,
  question: Float32Array,
  { accept, slots }: Accepted,
  perLeg: number,
): Map<number, number> {
  if (slots !== undefined && slots.length <= COMPARE_ALL) {
    const similarities = vectors.similarities(
      question,
      slots.map((slot) => table.ordinalAt(slot)),
    )
    const best = slots.length <= perLeg ? slots.keys() : topSlots(similarities, perLeg)
    return new Map(Array.from(best, (place) => [slots[place] ?? 0, similarities[place] ?? 0]))
  }
  const acceptOrdinal =
    accept &&
    ((ordinal: number) => {
      const slot = table.slotOf(ordinal)
      return slot !== undefined && accept(slot)
    })
  const found = new Map<number, number>()
  for (const { ordinal, similarity } of vectors.search(question, perLeg, acceptOrdinal)) {
    const slot = table.slotOf(ordinal)
    if (slot !== undefined) found.set(slot, similarity)
  }
  return found
}

/** Places of the largest values above 0, best first; ties by place. */
export function topSlots(scores: Float32Array, most: number, accept?: (slot: number) => boolean): number[] {
  const best: number[] = []
  let least = 0
  for (let slot = 0; slot < scores.length; slot++) {
    const score = scores[slot] ?? 0
    if (!(score > least) || (accept !== undefined && !accept(slot))) continue
    best.push(slot)
    // Sorting now and then is cheaper than keeping order at every step.
    if (best.length >= 4 * most) least = cut(best, scores, most)
  }
  cut(best, scores, most)
  return best
}

/** @returns the score below which nothing gets in any more */
function cut(slots: number[], scores: Float32Array, most: number): number {
  slots.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
  if (slots.length > most) slots.length = most
  return slots.length < most ? 0 : (scores[slots[most - 1] ?? 0] ?? 0)
}
