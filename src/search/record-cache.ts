// Chunks as held, kept in memory for a while: the same few hundred are asked for again and again.
import type { ChunkRecord, Collection } from '../collection/collection.ts'

/** Some 6 KB each with its sentence vectors: at most 12 MB. */
const MAX_RECORDS = 2_000
const MAX_TEXTS = 256

export class RecordCache {
  readonly #collection: Collection
  /** In the order of last use. */
  readonly #records = new Map<number, ChunkRecord>()
  readonly #texts = new Map<string, string>()

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
      keep(this.#records, record.ordinal, record, MAX_RECORDS)
    }
    return found
  }

  chunk(ordinal: number): ChunkRecord | undefined {
    return this.chunks([ordinal]).get(ordinal)
  }

  /** The document's text; undefined when it was removed meanwhile. */
  text(documentId: string): string | undefined {
    const known = this.#texts.get(documentId)
    if (known !== undefined) return known
    const text = this.#collection.document(documentId)?.text
    if (text !== undefined) keep(this.#texts, documentId, text, MAX_TEXTS)
    return text
  }
}

function keep<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.set(key, value)
  if (map.size <= most) return
  for (const oldest of map.keys()) {
    map.delete(oldest)
    return
  }
}
