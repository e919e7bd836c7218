// Which chunks hold the question's words? BM25 over the postings.
import type { TermId } from '../../text/terms.ts'
import {
  buildPostings,
  holds,
  MAX_SEGMENT_CHUNKS,
  mergePostings,
  type Postings,
  rowOfTerm,
} from './postings.ts'

/** How soon a repeated term stops adding: the middle of the 1.2 to 2.0 of Robertson and Zaragoza (2009), section 3.6. */
const K1 = 1.2
/** How much a long chunk is held against it: a little less than the usual 0.75, since captions are short without being richer. */
const B = 0.6
/** In large collections a term that stands in more than this share of the chunks is passed over: it costs the most and says the least. */
const COMMON_SHARE = 0.2
const LARGE_COLLECTION = 5_000
/** More segments of one size than this are merged: each is one more look-up a term. */
const MAX_SEGMENTS_OF_A_SIZE = 8
/** Two sizes in chunks, so that a document added to many merges little; segments above the larger one stay as they are. */
const SEGMENT_SIZES = [2_048, 16_384]

export interface QuestionTerm {
  readonly id: TermId
  /** ln(1 + (N - n + 0.5) / (n + 0.5)), times what the caller thinks of it; > 0. */
  readonly idf: number
}

interface Segment {
  /** Slot of its first chunk. */
  readonly base: number
  readonly postings: Postings
}

/** What is written to and read from a file. */
export interface Bm25Parts {
  /** Terms in each chunk by slot; 0 for a removed one. */
  readonly lengths: Uint32Array
  readonly removed: Uint8Array
  readonly segments: readonly Postings[]
}

/**
 * An inverted index by slot (0, 1, 2, … in the order of adding). Scores after any adding and removing
 * equal those of an index that was built of what is left.
 */
export class Bm25 {
  #segments: Segment[] = []
  #lengths: number[] = []
  #removed: number[] = []
  #live = 0
  #liveLength = 0
  #damping = new Float32Array(0)
  #dampingIsStale = true

  /** Takes over what `parts` gave before. */
  static of(parts: Bm25Parts): Bm25 {
    const index = new Bm25()
    let base = 0
    for (const postings of parts.segments) {
      index.#segments.push({ base, postings })
      base += postings.chunks
    }
    index.#lengths = Array.from(parts.lengths)
    index.#removed = Array.from(parts.removed)
    for (let slot = 0; slot < index.#lengths.length; slot++) {
      if (index.#removed[slot] === 1) continue
      index.#live++
      index.#liveLength += index.#lengths[slot] ?? 0
    }
    return index
  }

  parts(): Bm25Parts {
    return {
      lengths: Uint32Array.from(this.#lengths),
      removed: Uint8Array.from(this.#removed),
      segments: this.#segments.map(({ postings }) => postings),
    }
  }

  /** Slots given so far, those of removed chunks included. */
  get slots(): number {
    return this.#lengths.length
  }

  /** Appends chunks: their slots are the next ones. */
  add(chunks: readonly ReadonlyMap<TermId, number>[]): void {
    for (let i = 0; i < chunks.length; i += MAX_SEGMENT_CHUNKS) {
      const part = chunks.slice(i, i + MAX_SEGMENT_CHUNKS)
      this.#segments.push({ base: this.slots, postings: buildPostings(part) })
      for (const terms of part) {
        let length = 0
        for (const count of terms.values()) length += count
        this.#lengths.push(length)
        this.#removed.push(0)
        this.#live++
        this.#liveLength += length
      }
    }
    this.#dampingIsStale = true
    this.#mergeSmall()
  }

  remove(slot: number): void {
    if (this.#removed[slot] !== 0) return
    this.#removed[slot] = 1
    this.#live--
    this.#liveLength -= this.#lengths[slot] ?? 0
    this.#dampingIsStale = true
  }

  /** Larger for rarer terms, largest for those no chunk holds. */
  idf(id: TermId): number {
    const holders = this.#holders(id)
    return Math.log(1 + (this.#live - holders + 0.5) / (holders + 0.5))
  }

  /** @returns score by slot, >= 0; 0 for removed chunks and for those that hold none of the terms */
  score(terms: readonly QuestionTerm[]): Float32Array {
    const scores = new Float32Array(this.slots)
    const damping = this.#freshDamping()
    const commonIdf = this.#live > LARGE_COLLECTION ? Math.log(1 + (1 - COMMON_SHARE) / COMMON_SHARE) : 0
    for (const { id, idf } of terms) {
      if (idf < commonIdf) continue
      for (const { base, postings } of this.#segments) {
        const row = rowOfTerm(postings, id)
        if (row < 0) continue
        const { places, counts } = postings
        const end = postings.starts[row + 1] ?? 0
        for (let i = postings.starts[row] ?? 0; i < end; i++) {
          const slot = base + (places[i] ?? 0)
          const count = counts[i] ?? 0
          scores[slot] = (scores[slot] ?? 0) + (idf * (K1 + 1) * count) / (count + (damping[slot] ?? 0))
        }
      }
    }
    return scores
  }

  /** Sum of the weights of those terms that the chunk holds. */
  heldWeight(terms: readonly QuestionTerm[], slot: number): number {
    const segment = this.#segments.findLast(({ base }) => base <= slot)
    if (segment === undefined) return 0
    let held = 0
    for (const { id, idf } of terms) {
      const row = rowOfTerm(segment.postings, id)
      if (row >= 0 && holds(segment.postings, row, slot - segment.base)) held += idf
    }
    return held
  }

  #holders(id: TermId): number {
    let holders = 0
    for (const { base, postings } of this.#segments) {
      const row = rowOfTerm(postings, id)
      if (row < 0) continue
      const start = postings.starts[row] ?? 0
      const end = postings.starts[row + 1] ?? 0
      if (this.#live === this.slots) {
        holders += end - start
        continue
      }
      for (let i = start; i < end; i++) {
        if (this.#removed[base + (postings.places[i] ?? 0)] === 0) holders++
      }
    }
    return holders
  }

  /** k1 × (1 - b + b × length / mean length) by slot; infinite for removed chunks, which makes their score 0. */
  #freshDamping(): Float32Array {
    if (!this.#dampingIsStale) return this.#damping
    const mean = this.#live === 0 ? 1 : this.#liveLength / this.#live
    this.#damping = Float32Array.from(this.#lengths, (length, slot) =>
      this.#removed[slot] === 1 ? Number.POSITIVE_INFINITY : K1 * (1 - B + (B * length) / mean),
    )
    this.#dampingIsStale = false
    return this.#damping
  }

  #mergeSmall(): void {
    for (const size of SEGMENT_SIZES) {
      const first = this.#segments.findLastIndex(({ postings }) => postings.chunks > size) + 1
      const small = this.#segments.slice(first)
      const [head] = small
      if (head === undefined || small.length <= MAX_SEGMENTS_OF_A_SIZE) continue
      const postings = mergePostings(small.map((segment) => segment.postings))
      this.#segments.splice(first, small.length, { base: head.base, postings })
    }
  }
}
