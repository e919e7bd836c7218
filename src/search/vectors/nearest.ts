// In what order are neighbours given back? Nearest first, ties by ordinal, in both engines.
import type { VectorHit } from './vector-index.ts'

/** Sorts in place. */
export function nearestFirst(hits: VectorHit[], k: number): VectorHit[] {
  return hits.sort((a, b) => b.similarity - a.similarity || a.ordinal - b.ordinal).slice(0, k)
}
