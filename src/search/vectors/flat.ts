// Which vectors are nearest, exactly? Every row is compared: recall 1, the judge of the other engine.
import { AppError } from '../../errors.ts'
import { nearestFirst } from './nearest.ts'
import { checkQuestionVector, checkStoredVector } from './vector-check.ts'
import type { VectorHit, VectorIndex } from './vector-index.ts'

const FIRST_CAPACITY = 256

export class FlatIndex implements VectorIndex {
  readonly kind = 'flat'
  readonly dimension: number
  /** Row-major [capacity × dimension]. */
  #rows: Float32Array
  readonly #ordinals: number[] = []
  readonly #rowOf = new Map<number, number>()

  constructor(dimension: number) {
    this.dimension = dimension
    this.#rows = new Float32Array(FIRST_CAPACITY * dimension)
  }

  get size(): number {
    return this.#ordinals.length
  }

  add(ordinal: number, vector: Float32Array): void {
    checkStoredVector(ordinal, vector, this.dimension)
    if (this.#rowOf.has(ordinal)) throw new AppError('internal', `Chunk ${ordinal} is held already.`)
    const row = this.#ordinals.length
    if ((row + 1) * this.dimension > this.#rows.length) {
      const larger = new Float32Array(this.#rows.length * 2)
      larger.set(this.#rows)
      this.#rows = larger
    }
    this.#rows.set(vector, row * this.dimension)
    this.#ordinals.push(ordinal)
    this.#rowOf.set(ordinal, row)
  }

  /** The last row moves into the gap. */
  remove(ordinal: number): void {
    const row = this.#rowOf.get(ordinal)
    if (row === undefined) return
    const last = this.#ordinals.length - 1
    const lastOrdinal = this.#ordinals[last] ?? ordinal
    this.#rows.copyWithin(row * this.dimension, last * this.dimension, (last + 1) * this.dimension)
    this.#ordinals[row] = lastOrdinal
    this.#ordinals.pop()
    this.#rowOf.set(lastOrdinal, row)
    this.#rowOf.delete(ordinal)
  }

  search(vector: Float32Array, k: number, accept?: (ordinal: number) => boolean): VectorHit[] {
    checkQuestionVector(vector, this.dimension)
    const hits: VectorHit[] = []
    this.#ordinals.forEach((ordinal, row) => {
      if (accept === undefined || accept(ordinal)) hits.push({ ordinal, similarity: this.#dot(vector, row) })
    })
    return nearestFirst(hits, k)
  }

  similarities(vector: Float32Array, ordinals: ArrayLike<number>): Float32Array {
    checkQuestionVector(vector, this.dimension)
    return Float32Array.from(ordinals, (ordinal) => {
      const row = this.#rowOf.get(ordinal)
      return row === undefined ? Number.NaN : this.#dot(vector, row)
    })
  }

  #dot(vector: Float32Array, row: number): number {
    const rows = this.#rows
    const base = row * this.dimension
    let sum = 0
    for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (rows[base + i] ?? 0)
    return sum
  }
}
