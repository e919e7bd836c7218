// Which chunks hold a term, and how often? One segment of the inverted index, as typed arrays.
import type { TermId } from '../../text/terms.ts'

/** Postings of up to 65,536 chunks that stand next to each other. Never changed once built. */
export interface Postings {
  /** Chunks covered: places 0 to `chunks` - 1. */
  readonly chunks: number
  /** Ascending. */
  readonly termIds: Float64Array
  /** [terms + 1]; the postings of term i are those from starts[i] up to starts[i + 1]. */
  readonly starts: Uint32Array
  /** Place of the chunk within the segment, ascending within a term. */
  readonly places: Uint16Array
  /** How often the term occurs there, capped at 255. */
  readonly counts: Uint8Array
}

/** A place must fit in 16 bits: 3 bytes a posting keep 100,000 chunks of 600 terms under 200 MB. */
export const MAX_SEGMENT_CHUNKS = 65_536
const MAX_COUNT = 255

/** Inverts the term counts of chunks; the place of a chunk is its place in the list. */
export function buildPostings(chunks: readonly ReadonlyMap<TermId, number>[]): Postings {
  const occurrences = new Map<TermId, number>()
  let total = 0
  for (const terms of chunks) {
    total += terms.size
    for (const id of terms.keys()) occurrences.set(id, (occurrences.get(id) ?? 0) + 1)
  }
  const termIds = Float64Array.from(occurrences.keys()).sort()
  const starts = new Uint32Array(termIds.length + 1)
  const rowOf = new Map<TermId, number>()
  termIds.forEach((id, row) => {
    starts[row + 1] = (starts[row] ?? 0) + (occurrences.get(id) ?? 0)
    rowOf.set(id, row)
  })
  const next = starts.slice()
  const places = new Uint16Array(total)
  const counts = new Uint8Array(total)
  chunks.forEach((terms, place) => {
    for (const [id, count] of terms) {
      const row = rowOf.get(id) ?? 0
      const at = next[row] ?? 0
      next[row] = at + 1
      places[at] = place
      counts[at] = Math.min(count, MAX_COUNT)
    }
  })
  return { chunks: chunks.length, termIds, starts, places, counts }
}

/** Puts segments one after the other; equal to building them as one. */
export function mergePostings(segments: readonly Postings[]): Postings {
  const termIds = unionOf(segments.map((segment) => segment.termIds))
  const total = segments.reduce((sum, { places }) => sum + places.length, 0)
  const starts = new Uint32Array(termIds.length + 1)
  const places = new Uint16Array(total)
  const counts = new Uint8Array(total)
  const cursors = new Uint32Array(segments.length)
  let at = 0
  termIds.forEach((id, row) => {
    let base = 0
    segments.forEach((segment, s) => {
      const cursor = cursors[s] ?? 0
      if (segment.termIds[cursor] === id) {
        const end = segment.starts[cursor + 1] ?? 0
        for (let i = segment.starts[cursor] ?? 0; i < end; i++, at++) {
          places[at] = base + (segment.places[i] ?? 0)
          counts[at] = segment.counts[i] ?? 0
        }
        cursors[s] = cursor + 1
      }
      base += segment.chunks
    })
    starts[row + 1] = at
  })
  return { chunks: segments.reduce((sum, { chunks }) => sum + chunks, 0), termIds, starts, places, counts }
}

function unionOf(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, list) => sum + list.length, 0))
  let at = 0
  for (const list of lists) {
    all.set(list, at)
    at += list.length
  }
  all.sort()
  return all.filter((id, i) => id !== all[i - 1])
}

/** Row of a term, or -1. */
export function rowOfTerm({ termIds }: Postings, id: TermId): number {
  let low = 0
  let high = termIds.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = termIds[middle] ?? 0
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Whether the chunk at this place holds the term of this row. */
export function holds({ starts, places }: Postings, row: number, place: number): boolean {
  let low = starts[row] ?? 0
  let high = (starts[row + 1] ?? 0) - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = places[middle] ?? 0
    if (found === place) return true
    if (found < place) low = middle + 1
    else high = middle - 1
  }
  return false
}
