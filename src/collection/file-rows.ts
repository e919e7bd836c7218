// What became of every path of the source? The rows in memory, some of them not yet written.
import type { CollectionRecord, FileRow } from './record.ts'

export class FileRows {
  readonly #record: CollectionRecord
  readonly #rows: Map<string, { readonly id: number; readonly row: FileRow }>
  readonly #unwritten = new Set<string>()
  #written: number
  #nextId: number

  constructor(record: CollectionRecord, nextId: number) {
    this.#record = record
    this.#rows = record.files()
    this.#written = this.#rows.size
    this.#nextId = nextId
  }

  /** What the state says of the rows on the disk. */
  get counts(): { readonly files: number; readonly nextFile: number } {
    return { files: this.#written, nextFile: this.#nextId }
  }

  get(path: string): FileRow | undefined {
    return this.#rows.get(path)?.row
  }

  pathsOf(documentId: string): string[] {
    return [...this.#rows.values()]
      .filter(({ row }) => row.documentId === documentId)
      .map(({ row }) => row.path)
  }

  /** Remembers what became of a path; written by `write` or `writeAll`. */
  note(row: FileRow): void {
    const known = this.#rows.get(row.path)
    this.#rows.set(row.path, { id: known?.id ?? this.#nextId++, row })
    if (known === undefined) this.#isNew.add(row.path)
    this.#unwritten.add(row.path)
  }

  // Below: only inside Database.write.

  write(path: string): void {
    const known = this.#rows.get(path)
    if (known === undefined || !this.#unwritten.delete(path)) return
    if (this.#isNew.delete(path)) this.#written += 1
    this.#record.putFile(known.id, known.row)
  }

  forget(path: string): void {
    const known = this.#rows.get(path)
    if (known === undefined) return
    this.#rows.delete(path)
    this.#unwritten.delete(path)
    if (this.#isNew.delete(path)) return
    this.#written -= 1
    this.#record.deleteFile(known.id)
  }

  /** @returns whether a write is needed */
  hasUnwritten(): boolean {
    return this.#unwritten.size > 0
  }

  writeAll(): void {
    for (const path of [...this.#unwritten]) this.write(path)
  }

  /** Paths that have no row on the disk. */
  readonly #isNew = new Set<string>()
}
