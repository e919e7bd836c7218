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
  /** By slot: 1 where the chunk goes on from the one in the slot before. */
  readonly goesOn: Uint8Array
  /** By their first slot, those of removed documents left out. */
  readonly documents: readonly TableDocument[]
}

export class ChunkTable {
  readonly #ordinals: number[] = []
  readonly #goesOn: boolean[] = []
  readonly #slotOf = new Map<number, number>()
  readonly #documents = new Map<string, TableDocument>()
  /** By slot; undefined where the document was removed. */
  readonly #documentOf: (TableDocument | undefined)[] = []

  static of({ ordinals, goesOn, documents }: TableParts): ChunkTable {
    const table = new ChunkTable()
    ordinals.forEach((ordinal, slot) => {
      table.#push(ordinal, goesOn[slot] === 1)
    })
    for (const document of documents) table.#place(document)
    return table
  }

  parts(): TableParts {
    return {
      ordinals: Uint32Array.from(this.#ordinals),
      goesOn: Uint8Array.from(this.#goesOn, Number),
      documents: [...this.#documents.values()],
    }
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

  /** Whether the chunk may be shown as one text with the one in the slot before. */
  goesOnAt(slot: number): boolean {
    return this.#goesOn[slot] ?? false
  }

  /** @param goesOn for each chunk; the first never does */
  add(id: string, learntAt: string, ordinals: readonly number[], goesOn: readonly boolean[]): TableDocument {
    const document = { id, learntAt, firstSlot: this.slots, chunks: ordinals.length }
    ordinals.forEach((ordinal, i) => {
      this.#push(ordinal, goesOn[i] ?? false)
    })
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

  #push(ordinal: number, goesOn: boolean): void {
    this.#ordinals.push(ordinal)
    this.#goesOn.push(goesOn)
    this.#documentOf.push(undefined)
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
