// What is in the file? Its tables, made whole before anybody sees them, and its version.
import { linkSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import { type AtStep, Database } from './database.ts'
import { removeAbandoned } from './durable-file.ts'
import { encodeJson } from './encode.ts'
import { damaged, REBUILD_HINT, storageFault } from './faults.ts'
import { EMPTY_STATE, STATE_ROW } from './record.ts'
import { sealRow, TABLES } from './sealed-table.ts'

export const IN_MEMORY = ':memory:'
/** Name of the record in its folder; the write-ahead log's files begin with it. */
export const RECORD_FILE = 'collection.db'
const UNFINISHED = 'collection.new-'

/** “wenb”: tells our files from any other SQLite file. */
const APPLICATION_ID = 0x77656e62
/** Raise it when the form of the rows changes. */
const SCHEMA_VERSION = 2
/** A chunk with its vectors takes 6 to 8 kB; in pages of 32 kB 100,000 of them need 60 MB less than in those of 16 kB. */
const PAGE_BYTES = 32_768

/**
 * Opens the record of a folder and makes an empty one where there is none.
 *
 * @throws AppError `index-damaged` when SQLite can't read it or it isn't one of ours; `index-stale` for another version
 */
export function openDatabase(folder: string, atStep: AtStep): Database {
  if (folder === IN_MEMORY) return create(IN_MEMORY, { where: 'memory', atStep })
  const path = join(folder, RECORD_FILE)
  if (statSync(path, { throwIfNoEntry: false }) === undefined) createFile(folder, atStep)
  const database = new Database(path, { where: folder, atStep })
  try {
    checkVersion(database)
    // A restored record, or one whose replacing was cut short, comes without its log.
    database.exec('PRAGMA journal_mode = WAL')
    database.exec('PRAGMA synchronous = FULL')
    // What a process left that was killed while it made an empty record.
    removeAbandoned(folder, (name) => name.startsWith(UNFINISHED))
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Files of the record in a folder, the write-ahead log's and those of an unfinished creation included. */
export function recordFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith(RECORD_FILE) || name.startsWith(UNFINISHED))
    .map((name) => join(folder, name))
}

/** Builds the file beside its place and links it there: whoever finds it finds all of it, also when two make it at once. */
function createFile(folder: string, atStep: AtStep): void {
  const unfinished = join(folder, `${UNFINISHED}${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    rmSync(unfinished, { force: true })
    create(unfinished, { where: folder, atStep }).close()
    atStep('link')
    linkUnlessThere(unfinished, join(folder, RECORD_FILE))
  } catch (error) {
    throw storageFault(error, folder)
  } finally {
    atStep('unlink')
    rmSync(unfinished, { force: true })
  }
}

function linkUnlessThere(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return
    // Some network and removable disks know no hard links.
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') renameSync(from, to)
    else throw error
  }
}

/** Nothing is prepared here: the driver keeps a connection alive until its statements are collected as garbage. */
function create(path: string, options: { readonly where: string; readonly atStep: AtStep }): Database {
  const database = new Database(path, options)
  const state = sealRow('state', STATE_ROW, encodeJson(EMPTY_STATE)).toString('hex')
  database.exec(`PRAGMA page_size = ${PAGE_BYTES}`)
  database.exec('PRAGMA journal_mode = WAL')
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
  database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`)
  database.write(() => {
    for (const table of TABLES)
      database.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, content BLOB NOT NULL)`)
    database.exec(`INSERT INTO state (id, content) VALUES (${STATE_ROW}, x'${state}')`)
  })
  return database
}

function checkVersion(database: Database): void {
  const [[applicationId] = []] = database.select('PRAGMA application_id')
  if (applicationId !== APPLICATION_ID) throw damaged(database.where, 'it isn’t a collection')
  const [[version] = []] = database.select('PRAGMA user_version')
  if (version !== SCHEMA_VERSION) {
    throw new AppError(
      'index-stale',
      `The collection in ${database.where} is of version ${String(version)}, this program writes ${SCHEMA_VERSION}.`,
      { hint: REBUILD_HINT },
    )
  }
  const tables = database.select("SELECT count(*) FROM sqlite_schema WHERE type = 'table'")
  if (tables[0]?.[0] !== TABLES.length) throw damaged(database.where, 'tables are missing')
}
