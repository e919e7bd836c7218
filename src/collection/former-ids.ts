// Where did a document go that is no longer held? Former ids, each with the path whose content took its place.
import type { Database } from './database.ts'
import { decodeJson, encodeJson } from './encode.ts'
import { damaged } from './faults.ts'
import type { HeldDocument } from './record.ts'
import { SealedTable } from './sealed-table.ts'

interface FormerDocument {
  readonly id: string
  /** Where its successor is held. */
  readonly path: string
  /** Its own when it was held: never given to another, so the row is known by it. */
  readonly firstOrdinal: number
}

/** Its table as read at once; a writer keeps it in step. */
export class FormerIds {
  readonly #table: SealedTable
  readonly #rows = new Map<string, FormerDocument>()

  /**
   * @param expected rows that the state speaks of
   * @throws AppError `index-damaged` when there are more or fewer
   */
  constructor(database: Database, expected: number) {
    this.#table = new SealedTable(database, 'former')
    for (const content of this.#table.all().values()) {
      const row = decodeJson<FormerDocument>(content)
      this.#rows.set(row.id, row)
    }
    if (this.#rows.size !== expected) {
      throw damaged(database.where, `${expected} former documents are recorded and ${this.#rows.size} found`)
    }
  }

  /** What the state says of the rows on the disk. */
  get count(): number {
    return this.#rows.size
  }

  pathOf(id: string): string | undefined {
    return this.#rows.get(id)?.path
  }

  // Below: only inside Database.write.

  /** The document made way for another content of its path. */
  note({ summary: { id, path }, firstOrdinal }: HeldDocument): void {
    const before = this.#rows.get(id)
    if (before !== undefined) this.#table.delete(before.firstOrdinal)
    this.#put({ id, path, firstOrdinal })
  }

  /** The file that took the place of former documents has another path now. */
  follow(from: string, to: string): void {
    for (const row of this.#rows.values()) if (row.path === from) this.#put({ ...row, path: to })
  }

  #put(row: FormerDocument): void {
    this.#table.put(row.firstOrdinal, encodeJson(row))
    this.#rows.set(row.id, row)
  }
}
