// How does a row rest on the disk? As a numbered, sealed blob: text columns of a damaged file could end the process.
import type { Database } from './database.ts'
import { damaged } from './faults.ts'
import { seal, unseal } from './seal.ts'

export const TABLES = ['state', 'files', 'documents', 'texts', 'chunks', 'former'] as const
export type TableName = (typeof TABLES)[number]

/** A row's content as it is stored. */
export function sealRow(table: TableName, id: number, content: Uint8Array): Buffer {
  return seal(placeOf(table, id), content)
}

export class SealedTable {
  readonly #database: Database
  readonly #name: TableName

  constructor(database: Database, name: TableName) {
    this.#database = database
    this.#name = name
  }

  get(id: number): Uint8Array | undefined {
    return this.getMany([id]).get(id)
  }

  /** @returns those found, by id */
  getMany(ids: readonly number[]): Map<number, Uint8Array> {
    // Bytes of some lengths (`[1234]`) pass for SQLite's binary JSON, so they are said to be text.
    const given = 'SELECT value FROM json_each(CAST(? AS TEXT))'
    const sql = `SELECT id, CAST(content AS BLOB) FROM ${this.#name} WHERE id IN (${given})`
    return this.#open(this.#database.select(sql, [Buffer.from(JSON.stringify(ids))]))
  }

  /** By id, ascending. */
  all(): Map<number, Uint8Array> {
    return this.#open(
      this.#database.select(`SELECT id, CAST(content AS BLOB) FROM ${this.#name} ORDER BY id`),
    )
  }

  put(id: number, content: Uint8Array): void {
    const sql = `INSERT OR REPLACE INTO ${this.#name} (id, content) VALUES (?, ?)`
    this.#database.run(sql, [id, sealRow(this.#name, id, content)])
  }

  /** Removes the ids from `first` on. */
  delete(first: number, count = 1): void {
    this.#database.run(`DELETE FROM ${this.#name} WHERE id BETWEEN ? AND ?`, [first, first + count - 1])
  }

  #open(rows: readonly unknown[][]): Map<number, Uint8Array> {
    const contents = new Map<number, Uint8Array>()
    for (const [id, cell] of rows) {
      const sealed = bytesOf(cell)
      const content = typeof id === 'number' && sealed && unseal(placeOf(this.#name, id), sealed)
      if (typeof id !== 'number' || !content) {
        throw damaged(this.#database.where, `row ${String(id)} of “${this.#name}” fails its checksum`)
      }
      contents.set(id, content)
    }
    return contents
  }
}

function placeOf(table: TableName, id: number): string {
  return `${table}:${id}`
}

/** The driver gives an ArrayBuffer in lists and a Buffer, somewhere in a larger one, in single rows. */
function bytesOf(cell: unknown): Uint8Array | undefined {
  return cell instanceof ArrayBuffer || cell instanceof Uint8Array ? new Uint8Array(cell) : undefined
}
