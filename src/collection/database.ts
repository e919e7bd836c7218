// How do we speak to SQLite? One connection, whole transactions, failures in our words; the only file that knows the driver.
import { dirname } from 'node:path'
import Libsql from 'libsql'
import { AppError } from '../errors.ts'
import { storageFault } from './faults.ts'

/** Called before every write with what is about to be done; tests end the process there, or throw what a full disk throws. */
export type AtStep = (step: string) => void

export interface DatabaseOptions {
  /** Named in messages. */
  readonly where: string
  readonly atStep?: AtStep
}

/** Long enough for another process to recover or close its log, short enough not to be noticed in the event loop. */
const BUSY_TIMEOUT_MS = 250

type Parameter = number | Uint8Array

export class Database {
  readonly where: string
  readonly #connection: Libsql.Database
  readonly #statements = new Map<string, Libsql.Statement>()
  readonly #atStep: AtStep
  #isOpen = true
  /** Bytes given to the transaction so far; what SQLite adds to them isn't known. */
  #givenBytes = 0

  constructor(path: string, { where, atStep = () => undefined }: DatabaseOptions) {
    this.where = where
    this.#atStep = atStep
    this.#connection = this.#guard(() => new Libsql(path))
    this.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`)
  }

  exec(sql: string): void {
    this.#guard(() => {
      this.#atStep(sql)
      this.#opened.exec(sql)
    })
  }

  /** Cells of every row. Reads to the end at once: an abandoned cursor would keep the log from being emptied. */
  select(sql: string, parameters: readonly Parameter[] = []): unknown[][] {
    // `raw` makes the driver give arrays.
    return this.#guard(() => this.#statement(sql).all(parameters) as unknown[][])
  }

  run(sql: string, parameters: readonly Parameter[]): void {
    this.#guard(() => {
      this.#atStep(sql)
      for (const value of parameters) this.#givenBytes += typeof value === 'number' ? 0 : value.byteLength
      // A single argument that isn't an array is taken for named parameters, and aborts the process when it holds none.
      this.#statement(sql).run(parameters)
    })
  }

  /** All or nothing, and durable when it returns. */
  write<T>(work: () => T): T {
    this.#givenBytes = 0
    this.exec('BEGIN IMMEDIATE')
    return this.#whole(work, () => this.exec('COMMIT'))
  }

  /** One state of the collection, whatever another process commits meanwhile. */
  read<T>(work: () => T): T {
    if (this.#opened.inTransaction) return work()
    const plain = (sql: string) => this.#guard(() => this.#opened.exec(sql))
    plain('BEGIN')
    return this.#whole(work, () => plain('COMMIT'))
  }

  /** Of the pages in use, without the write-ahead log. */
  bytes(): number {
    const [[pages] = []] = this.select('PRAGMA page_count')
    const [[pageBytes] = []] = this.select('PRAGMA page_size')
    return Number(pages) * Number(pageBytes)
  }

  /** Moves what is committed from the log into the file, as far as no reader is in the way. */
  emptyLog(): void {
    this.#guard(() => this.#atStep('checkpoint'))
    this.select('PRAGMA wal_checkpoint(TRUNCATE)')
  }

  /** One committed state as a file of its own, while others read and write. @param path where no file is yet */
  copyTo(path: string): void {
    try {
      this.#opened.exec(`VACUUM INTO '${path.replaceAll("'", "''")}'`)
    } catch (error) {
      const fault = storageFault(error, this.where)
      // It is the other folder that is full.
      throw fault instanceof AppError && fault.code === 'disk-full'
        ? storageFault(error, dirname(path), this.bytes())
        : fault
    }
  }

  close(): void {
    if (!this.#isOpen) return
    this.#isOpen = false
    this.#statements.clear()
    this.#guard(() => this.#connection.close())
  }

  /** The driver ends the process when something is asked of a closed connection, as a request may that outlives the service. */
  get #opened(): Libsql.Database {
    if (this.#isOpen) return this.#connection
    throw new AppError('not-ready', `The collection in ${this.where} is closed.`)
  }

  #whole<T>(work: () => T, commit: () => void): T {
    try {
      const result = work()
      commit()
      return result
    } catch (error) {
      // A full disk has ended the transaction already.
      if (this.#opened.inTransaction) this.#opened.exec('ROLLBACK')
      throw error
    }
  }

  #statement(sql: string): Libsql.Statement {
    const known = this.#statements.get(sql)
    if (known !== undefined) return known
    const statement = this.#opened.prepare(sql)
    if (statement.reader) statement.raw()
    this.#statements.set(sql, statement)
    return statement
  }

  #guard<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      throw storageFault(error, this.where, this.#givenBytes)
    }
  }
}
