// Can a graph that was just written be read back? Asked in a child process, since a bad file ends the process that reads it.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { spaceWords } from '../../collection/faults.ts'
import { AppError } from '../../errors.ts'
import type { HnswIndex } from './hnsw.ts'

export interface KnownAnswer {
  readonly vector: readonly number[]
  /** Nearest first. */
  readonly ordinals: readonly number[]
}

/** Neighbours compared for each known vector. */
const NEIGHBOURS = 5
const TIMEOUT_MS = 120_000

const CHILD = `
const { library, path, dimension, nodes, answers, neighbours } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
const { HierarchicalNSW } = require(library)
const graph = new HierarchicalNSW('ip', dimension)
graph.readIndexSync(path)
if (graph.getCurrentCount() !== nodes) throw new Error(graph.getCurrentCount() + ' nodes instead of ' + nodes)
graph.setEf(100)
for (const { vector, ordinals } of answers) {
  const found = graph.searchKnn(vector, Math.min(neighbours, ordinals.length)).neighbors
  if (ordinals.some((ordinal) => !found.includes(ordinal))) throw new Error('other neighbours than in memory')
}
`

/** What the graph in memory says, to be compared with what the file says. */
export function knownAnswers(graph: HnswIndex, vectors: readonly Float32Array[]): KnownAnswer[] {
  return vectors.map((vector) => ({
    vector: Array.from(vector),
    ordinals: graph.search(vector, NEIGHBOURS).map(({ ordinal }) => ordinal),
  }))
}

/** @throws AppError `disk-full` when the file doesn't hold what the graph in memory holds: the library reports no write error */
export function checkGraphFile(
  path: string,
  dimension: number,
  nodes: number,
  answers: readonly KnownAnswer[],
): void {
  const library = createRequire(import.meta.url).resolve('hnswlib-node')
  const { status, signal, stderr } = spawnSync(process.execPath, ['-e', CHILD], {
    input: JSON.stringify({ library, path, dimension, nodes, answers, neighbours: NEIGHBOURS }),
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
  })
  if (status === 0) return
  const reason = /^Error: .*/m.exec(stderr)?.[0] ?? `the check ended with ${signal ?? status}`
  const space = spaceWords(dirname(path), nodes * dimension * Float32Array.BYTES_PER_ELEMENT)
  throw new AppError('disk-full', `The graph could not be written to ${path}: ${reason}; ${space}.`, {
    hint: 'Make room on the disk; searching goes on from memory.',
  })
}
