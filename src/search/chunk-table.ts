// Which chunk stands in which slot? Slots number the chunks of this process from 0, those of one document side by side.

export interface TableDocument {
  readonly id: string
  /** With the id it tells one learning of a file from another: a collection made anew gives the same ids and ordinals. */
  readonly learntAt: string
  readonly firstSlot: number
  readonly chunks: number
}

/** What is written to and read from a file. */
export interface TableParts {
  readonly ordinals: Uint32Array
  /** By their first slot, those of removed documents left out. */
  readonly documents: readonly TableDocument[]
}

export class ChunkTable {
  readonly #ordinals: number[] = []
  readonly #slotOf = new Map<number, number>()
  readonly #documents = new Map<string, TableDocument>()
  /** By slot; undefined where the document was removed. */
  readonly #documentOf: (TableDocument | undefined)[] = []

  static of({ ordinals, documents }: TableParts): ChunkTable {
    const table = new ChunkTable()
    for (const ordinal of ordinals) {
      table.#ordinals.push(ordinal)
      table.#documentOf.push(undefined)
    }
    for (const document of documents) table.#place(document)
    return table
  }

  parts(): TableParts {
    return { ordinals: Uint32Array.from(this.#ordinals), documents: [...this.#documents.values()] }
  }

  /** Slots given so far, those of removed chunks included. */
  get slots(): number {
    return this.#ordinals.length
  }

  /** Chunks held. */
  get size(): number {
    return this.#slotOf.size
  }

  get documents(): ReadonlyMap<string, TableDocument> {
    return this.#documents
  }

  /** By slot. */
  liveOrdinals(): number[] {
    return this.#ordinals.filter((_, slot) => this.#documentOf[slot] !== undefined)
  }

  ordinalAt(slot: number): number {
    return this.#ordinals[slot] ?? 0
  }

  slotOf(ordinal: number): number | undefined {
    return this.#slotOf.get(ordinal)
  }

  documentAt(slot: number): TableDocument | undefined {
    return this.#documentOf[slot]
  }

  add(id: string, learntAt: string, ordinals: readonly number[]): TableDocument {
    const document = { id, learntAt, firstSlot: this.slots, chunks: ordinals.length }
    for (const ordinal of ordinals) {
      this.#ordinals.push(ordinal)
      this.#documentOf.push(undefined)
    }
    this.#place(document)
    return document
  }

  /** @returns the slots that are free of it now */
  remove(id: string): number[] {
    const document = this.#documents.get(id)
    if (document === undefined) return []
    this.#documents.delete(id)
    const slots = slotsOf(document)
    for (const slot of slots) {
      this.#slotOf.delete(this.ordinalAt(slot))
      this.#documentOf[slot] = undefined
    }
    return slots
  }

  #place(document: TableDocument): void {
    this.#documents.set(document.id, document)
    for (const slot of slotsOf(document)) {
      this.#slotOf.set(this.ordinalAt(slot), slot)
      this.#documentOf[slot] = document
    }
  }
}

/** The slots of a document, ascending, in the order of its chunks. */
export function slotsOf({ firstSlot, chunks }: TableDocument): number[] {
  return Array.from({ length: chunks }, (_, i) => firstSlot + i)
}
