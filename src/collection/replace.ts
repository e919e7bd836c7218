// How does one record leave its folder as a copy, and another take its place? Whole, and in one step.
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import type { CollectionStatus } from './collection.ts'
import { type AtStep, Database } from './database.ts'
import { storageFault } from './faults.ts'
import { acquireLock } from './lock.ts'
import { openCollection } from './open.ts'
import { readThrough } from './read-through.ts'
import { openDatabase, RECORD_FILE } from './schema.ts'

/**
 * Copies one committed state of the record, while others read and write it.
 *
 * @param to an empty folder
 * @throws AppError `index-missing` where there is no record; what opening it throws; `disk-full`
 */
export function copyRecord(folder: string, to: string): void {
  if (!existsSync(join(folder, RECORD_FILE))) {
    throw new AppError('index-missing', `Nothing was learnt yet in ${folder}.`, {
      hint: 'Run `wenbao index FOLDER`, or name the folder of what was learnt with --index.',
    })
  }
  const database = openDatabase(folder, () => undefined)
  try {
    database.copyTo(join(to, RECORD_FILE))
  } finally {
    database.close()
  }
}

/** Opens the record of a folder and reads all of it. @throws AppError `index-damaged` | `index-stale` */
export function checkRecord(folder: string): CollectionStatus {
  const collection = openCollection({ folder })
  try {
    readThrough(collection)
    return collection.status()
  } finally {
    collection.close()
  }
}

/**
 * Puts a checked record in the place of the one that is held, sound or damaged: whoever opens the folder finds the one
 * or the other.
 *
 * @param from folder on the same disk; its record is gone from there afterwards
 * @param prepare what must have happened before, once it is sure that nobody else has the old one open
 * @throws AppError `locked` while another process has it open
 */
export function replaceRecord(folder: string, from: string, prepare: () => void, atStep: AtStep): void {
  const lock = acquireLock(folder)
  try {
    const free = retire(join(folder, RECORD_FILE), folder, atStep)
    try {
      prepare()
      atStep('replace')
      renameSync(join(from, RECORD_FILE), join(folder, RECORD_FILE))
    } finally {
      free()
    }
  } catch (error) {
    throw storageFault(error, folder)
  } finally {
    lock.release()
  }
}

/**
 * Moves all of the write-ahead log into the file and takes the log away: found beside another record, it would spoil that.
 *
 * @returns lets go of the old record, which nobody can open until then
 */
function retire(path: string, where: string, atStep: AtStep): () => void {
  if (!existsSync(path)) return () => undefined
  const database = new Database(path, { where, atStep })
  try {
    // Both fail as long as another connection is open.
    database.exec('PRAGMA journal_mode = DELETE')
    database.exec('BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    if (!(error instanceof AppError)) throw error
    if (error.code === 'locked') {
      throw new AppError('locked', `The collection in ${where} is in use.`, {
        hint: 'Stop the service first, then run the command again.',
        cause: error,
      })
    }
    if (error.code !== 'index-damaged') throw error
    for (const end of ['-wal', '-shm', '-journal']) rmSync(path + end, { force: true })
    return () => undefined
  }
}
