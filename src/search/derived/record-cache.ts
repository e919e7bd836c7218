// Chunks as held, kept in memory for a while: the same few hundred are asked for again and again.
import type { ChunkRecord, Collection } from '../../collection/collection.ts'

/** Some 6 KB each with its sentence vectors: at most 12 MB. */
const MAX_RECORDS = 2_000

export class RecordCache {
  readonly #collection: Collection
  /** In the order of last use. */
  readonly #records = new Map<number, ChunkRecord>()

  constructor(collection: Collection) {
    this.#collection = collection
  }

  /** By ordinal; those no longer held are missing. */
  chunks(ordinals: readonly number[]): Map<number, ChunkRecord> {
    const found = new Map<number, ChunkRecord>()
    const missing: number[] = []
    for (const ordinal of ordinals) {
      const record = this.#records.get(ordinal)
      if (record === undefined) missing.push(ordinal)
      else {
        found.set(ordinal, record)
        this.#records.delete(ordinal)
        this.#records.set(ordinal, record)
      }
    }
    for (const record of missing.length === 0 ? [] : this.#collection.chunks(missing)) {
      found.set(record.ordinal, record)
      this.#records.set(record.ordinal, record)
    }
    for (const oldest of this.#records.keys()) {
      if (this.#records.size <= MAX_RECORDS) break
      this.#records.delete(oldest)
    }
    return found
  }

  chunk(ordinal: number): ChunkRecord | undefined {
    return this.chunks([ordinal]).get(ordinal)
  }
}
