// Which vectors are nearest? One interface, two engines: flat.ts (exact, the judge) and hnsw.ts.

export interface VectorHit {
  readonly ordinal: number
  /** Cosine, -1 to 1, higher is nearer. */
  readonly similarity: number
}

export interface VectorIndex {
  readonly kind: 'flat' | 'hnsw'
  readonly size: number
  readonly dimension: number
  /** Nearest first, at most k; ties by ordinal. @throws AppError `bad-input` for a wrong length or a row that isn't finite */
  search(vector: Float32Array, k: number, accept?: (ordinal: number) => boolean): VectorHit[]
  /** Cosine of each, in the order asked; NaN for an ordinal that isn't held. */
  similarities(vector: Float32Array, ordinals: ArrayLike<number>): Float32Array
  /** @throws AppError `internal` for an ordinal that isn't a positive uint32 or is held already, a wrong length or a row that isn't of unit length */
  add(ordinal: number, vector: Float32Array): void
  remove(ordinal: number): void
}
