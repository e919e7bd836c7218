// How far is the learning, and which folder was learnt? What doors show while it runs, and what a later start needs to know.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { LearnProgress } from './collection/collection.ts'
import type { Refused } from './faults/fault.ts'

export interface LearningStatus {
  readonly files: number
  readonly filesDone: number
  /** Chunks to embed; unknown (0) until the files are read. */
  readonly chunks: number
  readonly chunksDone: number
  /** Files that could not be read as reports, with the reason. */
  readonly refused: readonly ({ readonly path: string } & Refused)[]
  /** Ended, well or not. */
  readonly done: boolean
}

export const LEARNING_BEGINS: LearningStatus = {
  files: 0,
  filesDone: 0,
  chunks: 0,
  chunksDone: 0,
  refused: [],
  done: false,
}

export function afterProgress(status: LearningStatus, progress: LearnProgress): LearningStatus {
  switch (progress.kind) {
    case 'scanned':
      return { ...status, files: progress.files }
    case 'embedding': {
      const { files, filesDone, chunks, chunksDone } = progress
      return { ...status, files, filesDone, chunks, chunksDone }
    }
    case 'file': {
      const counted = { ...status, filesDone: Math.min(status.filesDone + 1, status.files) }
      if (progress.outcome.kind !== 'refused') return counted
      const { kind: _, ...refused } = progress.outcome
      return { ...counted, refused: [...status.refused, refused] }
    }
  }
}

/** Beside the record; without it (or with a false one) the next start only learns once too often or too seldom. */
export const LEARNT_MARK = 'learnt-from.txt'

/** @returns absolute path, or undefined when nothing was learnt into this index folder */
export function learntFolder(indexFolder: string): string | undefined {
  try {
    return readFileSync(join(indexFolder, LEARNT_MARK), 'utf8').trim() || undefined
  } catch {
    // Absent before the first learning; an unreadable one is as good as none, by the remark at LEARNT_MARK.
    return undefined
  }
}

/** @param folder relative to the working folder or absolute */
export function markLearntFolder(indexFolder: string, folder: string): void {
  const path = resolve(folder)
  if (learntFolder(indexFolder) === path) return
  // Half a path would be taken for another folder.
  const unfinished = join(indexFolder, `.tmp-mark-${process.pid}`)
  try {
    writeFileSync(unfinished, `${path}\n`, { flush: true })
    renameSync(unfinished, join(indexFolder, LEARNT_MARK))
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

/** The folder that belongs to an index: the one that is set, or, where none is, the one it was learnt from. */
export function folderOf(config: {
  readonly corpusFolder: string
  readonly corpusIsDefault: boolean
  readonly indexFolder: string
}): string {
  const learnt = config.corpusIsDefault ? learntFolder(config.indexFolder) : undefined
  return learnt ?? config.corpusFolder
}
