// Who may write? One process at a time; the kernel frees the lock when its holder dies.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../errors.ts'
import { Database } from './database.ts'
import { storageFault } from './faults.ts'

const LOCK_FILE = 'writer-lock.db'
/** Says who holds it, for people only: the lock itself is the kernel's. */
const HOLDER_FILE = 'writer-lock.txt'
/** What a damaged holder file may put into a message. */
const MAX_HOLDER_CHARACTERS = 100

export interface Lock {
  release(): void
}

/**
 * Takes the writer's lock of a folder: an exclusive transaction on a database of its own, so that readers aren't held up.
 * A lock file with a time would outlive its holder or be taken from a busy one.
 *
 * @throws AppError `locked` at once when another process (or another collection in this one) has it
 */
export function acquireLock(folder: string): Lock {
  try {
    mkdirSync(folder, { recursive: true })
    return takeLock(folder)
  } catch (error) {
    throw storageFault(error, folder)
  }
}

function takeLock(folder: string): Lock {
  const holderPath = join(folder, HOLDER_FILE)
  const database = new Database(join(folder, LOCK_FILE), { where: folder })
  try {
    database.exec('PRAGMA busy_timeout = 0')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (error instanceof AppError && error.code === 'locked') throw lockedBy(folder, holderPath, error)
    if (error instanceof AppError && error.code === 'index-damaged') throw damagedLock(folder, error)
    throw error
  }
  const release = () => {
    rmSync(holderPath, { force: true })
    database.exec('ROLLBACK')
    database.close()
  }
  try {
    writeFileSync(holderPath, `pid ${process.pid} since ${new Date().toISOString()}\n`)
  } catch (error) {
    release()
    throw error
  }
  return { release }
}

function lockedBy(folder: string, holderPath: string, cause: AppError): AppError {
  const holder = readHolder(holderPath)
  return new AppError('locked', `The collection in ${folder} is locked by ${holder ?? 'another process'}.`, {
    hint: 'Wait until it has finished, then run the command again.',
    cause,
  })
}

/** It holds nothing, so deleting it loses nothing. */
function damagedLock(folder: string, cause: AppError): AppError {
  return new AppError('index-damaged', `The lock file ${join(folder, LOCK_FILE)} is damaged.`, {
    hint: 'Delete this file and run the command again; what was learnt is not in it.',
    cause,
  })
}

/** Undefined when the holder hasn't written it yet. */
function readHolder(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').slice(0, MAX_HOLDER_CHARACTERS)
    return /^pid \d+ since \S+/.exec(text)?.[0]
  } catch {
    return undefined
  }
}
