// Both engines under one contract, the exact one as the judge of the other.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FlatIndex } from '../../../src/search/vectors/flat.ts'
import { checkGraphFile, knownAnswers } from '../../../src/search/vectors/graph-check.ts'
import { HnswIndex, type HnswLibrary, loadHnswLibrary } from '../../../src/search/vectors/hnsw.ts'
import type { VectorIndex } from '../../../src/search/vectors/vector-index.ts'
import { temporaryFolder } from '../../fixtures/temporary-folder.ts'

const DIMENSION = 32
const loaded = await loadHnswLibrary()

interface Engine {
  readonly name: string
  readonly create: () => VectorIndex
}

const engines: Engine[] = [{ name: 'FlatIndex', create: () => new FlatIndex(DIMENSION) }]
if (loaded.kind === 'loaded') {
  engines.push({ name: 'HnswIndex', create: () => HnswIndex.create(loaded.library, DIMENSION) })
}

describe.each(engines)('$name', ({ create }) => {
  it('gives the nearest first, at most k, by ordinal', () => {
    const index = create()
    filled(index, 50)
    const hits = index.search(unitVector(7), 5)
    expect(hits).toHaveLength(5)
    expect(hits[0]?.ordinal).toBe(7)
    expect(hits[0]?.similarity).toBeCloseTo(1, 4)
    expect(hits.map(({ similarity }) => similarity)).toEqual(
      hits.map(({ similarity }) => similarity).sort((a, b) => b - a),
    )
  })

  it('gives all it has when k is larger, nothing when it is empty', () => {
    const index = create()
    expect(index.search(unitVector(1), 5)).toEqual([])
    filled(index, 3)
    expect(index.search(unitVector(1), 10)).toHaveLength(3)
  })

  it('leaves out what is removed and what is not accepted', () => {
    const index = create()
    filled(index, 40)
    index.remove(7)
    expect(index.size).toBe(39)
    expect(index.search(unitVector(7), 40).map(({ ordinal }) => ordinal)).not.toContain(7)
    const even = index.search(unitVector(7), 10, (ordinal) => ordinal % 2 === 0)
    expect(even.every(({ ordinal }) => ordinal % 2 === 0)).toBe(true)
    expect(even).toHaveLength(10)
  })

  it('compares chunks by ordinal, NaN for one it does not hold', () => {
    const index = create()
    filled(index, 5)
    index.remove(2)
    const similarities = index.similarities(unitVector(4), [4, 2, 99])
    expect(similarities[0]).toBeCloseTo(1, 4)
    expect([...similarities.subarray(1)]).toEqual([Number.NaN, Number.NaN])
  })

  it.each([
    ['an ordinal of 0', 0, unitVector(1)],
    ['a negative ordinal', -1, unitVector(1)],
    ['a broken ordinal', 1.5, unitVector(1)],
    ['an ordinal beyond uint32', 2 ** 40, unitVector(1)],
    ['a row of another length', 1, new Float32Array(DIMENSION + 1).fill(0.1)],
    ['a zero row', 1, new Float32Array(DIMENSION)],
    ['a row with NaN', 1, unitVector(1).fill(Number.NaN, 3, 4)],
    ['a row with Infinity', 1, unitVector(1).fill(Number.POSITIVE_INFINITY, 3, 4)],
  ])('refuses %s', (_, ordinal, vector) => {
    const index = create()
    expect(() => index.add(ordinal, vector)).toThrowError(expect.objectContaining({ code: 'internal' }))
    expect(index.size).toBe(0)
  })

  it('refuses an ordinal that it holds', () => {
    const index = create()
    filled(index, 2)
    expect(() => index.add(2, unitVector(9))).toThrowError(/held already/)
  })

  it('refuses a question of another length or with NaN', () => {
    const index = create()
    filled(index, 2)
    expect(() => index.search(new Float32Array(3), 1)).toThrowError(
      expect.objectContaining({ code: 'bad-input' }),
    )
    expect(() => index.search(unitVector(1).fill(Number.NaN, 0, 1), 1)).toThrowError(
      expect.objectContaining({ code: 'bad-input' }),
    )
  })
})

describe.skipIf(loaded.kind === 'absent')('HnswIndex', () => {
  it('finds nearly what the exact scan finds', () => {
    const [flat, graph] = [new FlatIndex(DIMENSION), HnswIndex.create(library(loaded), DIMENSION)]
    filled(flat, 3_000)
    filled(graph, 3_000)
    let found = 0
    for (let i = 0; i < 50; i++) {
      const question = unitVector(10_000 + i)
      const truth = new Set(flat.search(question, 10).map(({ ordinal }) => ordinal))
      found += graph.search(question, 10).filter(({ ordinal }) => truth.has(ordinal)).length
    }
    expect(found / 500).toBeGreaterThan(0.95)
  })

  it('survives a filter that throws', () => {
    const index = HnswIndex.create(library(loaded), DIMENSION)
    filled(index, 10)
    const accept = () => {
      throw new Error('no')
    }
    expect(index.search(unitVector(1), 3, accept)).toEqual([])
  })

  it('comes back from its file with the same answers, removed chunks left out', () => {
    const path = join(temporaryFolder(), 'graph.bin')
    const index = HnswIndex.create(library(loaded), DIMENSION)
    filled(index, 200)
    index.remove(5)
    index.write(path)
    const live = Array.from({ length: 200 }, (_, i) => i + 1).filter((ordinal) => ordinal !== 5)
    const again = HnswIndex.read(library(loaded), path, DIMENSION, live)
    expect(again.size).toBe(199)
    expect(again.nodes).toBe(200)
    expect(again.search(unitVector(5), 10)).toEqual(index.search(unitVector(5), 10))
    again.add(500, unitVector(500))
    expect(again.search(unitVector(500), 1)[0]?.ordinal).toBe(500)
  })
})

describe.skipIf(loaded.kind === 'absent')('checkGraphFile', () => {
  it('passes a graph as it was written and refuses one that holds something else', () => {
    const path = join(temporaryFolder(), 'graph.bin')
    const index = HnswIndex.create(library(loaded), DIMENSION)
    filled(index, 60)
    const answers = knownAnswers(index, [unitVector(3), unitVector(40)])
    index.write(path)
    expect(checkGraphFile(path, DIMENSION, 60, answers)).toBeUndefined()
    expect(() => checkGraphFile(path, DIMENSION, 61, answers)).toThrowError(/60 nodes instead of 61/)
    const others = [{ vector: Array.from(unitVector(3)), ordinals: [999] }]
    expect(() => checkGraphFile(path, DIMENSION, 60, others)).toThrowError(/other neighbours/)
  })

  it('refuses a file that is not there: the library reports no error when it writes nowhere', () => {
    const path = join(temporaryFolder(), 'missing', 'graph.bin')
    const index = HnswIndex.create(library(loaded), DIMENSION)
    filled(index, 5)
    index.write(path)
    expect(() => checkGraphFile(path, DIMENSION, 5, [])).toThrowError(
      expect.objectContaining({ code: 'disk-full' }),
    )
  })
})

function library(held: HnswLibrary) {
  if (held.kind === 'absent') throw new Error(held.reason)
  return held.library
}

function filled(index: VectorIndex, count: number): void {
  for (let ordinal = 1; ordinal <= count; ordinal++) index.add(ordinal, unitVector(ordinal))
}

/** The same for the same seed, spread evenly enough over the sphere. */
function unitVector(seed: number): Float32Array {
  const row = Float32Array.from({ length: DIMENSION }, (_, i) =>
    Math.sin(seed * 12.9898 + i * 78.233 + seed * i),
  )
  const length = Math.hypot(...row)
  return row.map((value) => value / length)
}
