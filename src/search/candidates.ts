// Which chunks are worth a closer look? The best of each leg among those that the filters let through.
import type { ChunkTable } from './chunk-table.ts'
import type { VectorIndex } from './vector-index.ts'

/** Asked of each leg; all of them are read and compared sentence by sentence. */
const PER_LEG = 60
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

/** @returns slots, each once */
export function findCandidates(
  index: Vectors,
  scores: Float32Array,
  question: Float32Array | undefined,
  { accept, slots }: Accepted,
): number[] {
  const candidates = new Set(topSlots(scores, PER_LEG, accept))
  if (question !== undefined) {
    const few = slots !== undefined && slots.length <= COMPARE_ALL
    for (const slot of few ? nearestOf(index, question, slots) : nearest(index, question, accept))
      candidates.add(slot)
  }
  return [...candidates]
}

function nearest(
  { table, vectors }: Vectors,
  question: Float32Array,
  accept?: (slot: number) => boolean,
): number[] {
  const acceptOrdinal =
    accept &&
    ((ordinal: number) => {
      const slot = table.slotOf(ordinal)
      return slot !== undefined && accept(slot)
    })
  return vectors
    .search(question, PER_LEG, acceptOrdinal)
    .flatMap(({ ordinal }) => table.slotOf(ordinal) ?? [])
}

function nearestOf({ table, vectors }: Vectors, question: Float32Array, slots: readonly number[]): number[] {
  if (slots.length <= PER_LEG) return [...slots]
  const similarities = vectors.similarities(
    question,
    slots.map((slot) => table.ordinalAt(slot)),
  )
  return topSlots(similarities, PER_LEG).map((place) => slots[place] ?? 0)
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
