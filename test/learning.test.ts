import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { LearnProgress } from '../src/collection/collection.ts'
import { afterProgress, LEARNING_BEGINS, learntFolder, markLearntFolder } from '../src/learning.ts'

describe('afterProgress', () => {
  it('keeps count of files and chunks, and of what was refused', () => {
    const steps: LearnProgress[] = [
      { kind: 'scanned', files: 3 },
      { kind: 'file', outcome: { kind: 'refused', path: 'b.txt', reason: 'it is empty' } },
      { kind: 'embedding', files: 3, filesDone: 1, chunks: 20, chunksDone: 8 },
      { kind: 'file', outcome: { kind: 'added', path: 'a.txt', documentId: 'x', chunks: 8, embedded: 8 } },
    ]
    expect(steps.reduce(afterProgress, LEARNING_BEGINS)).toEqual({
      files: 3,
      filesDone: 2,
      chunks: 20,
      chunksDone: 8,
      refused: [{ path: 'b.txt', reason: 'it is empty' }],
      done: false,
    })
  })
})

describe('markLearntFolder', () => {
  let index = ''

  beforeEach(() => {
    index = mkdtempSync(join(tmpdir(), 'wenbao-index-'))
  })

  afterEach(() => {
    rmSync(index, { recursive: true })
  })

  it('remembers the folder by its whole path', () => {
    expect(learntFolder(index)).toBeUndefined()
    markLearntFolder(index, 'reports')
    expect(learntFolder(index)).toBe(resolve('reports'))
  })

  it('writes nothing when the folder is the same', () => {
    markLearntFolder(index, '/reports')
    const path = join(index, 'learnt-from.txt')
    utimesSync(path, 1, 1)
    markLearntFolder(index, '/reports')
    expect([readFileSync(path, 'utf8'), statSync(path).mtimeMs]).toEqual(['/reports\n', 1000])
  })
})
