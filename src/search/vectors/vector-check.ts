// May this go into a vector index? What a native library would take without a word is refused here.
import { AppError } from '../../errors.ts'

const MAX_UINT32 = 2 ** 32 - 1
/** Float32 rounding of 4,096 squares stays well below this. */
const UNIT_TOLERANCE = 1e-2

/** @throws AppError `bad-input` when the length is another or a number isn't finite */
export function checkQuestionVector(vector: Float32Array, dimension: number): void {
  if (vector.length !== dimension) {
    throw new AppError('bad-input', `Expected a vector of ${dimension} numbers, got ${vector.length}.`)
  }
  if (!vector.every(Number.isFinite))
    throw new AppError('bad-input', 'The vector holds a number that is not finite.')
}

/**
 * @throws AppError `internal`: hnswlib stores -1 as 4294967295, overwrites label 0 for 2^40, and takes NaN and zero
 *   rows, which then spoil the order of every result
 */
export function checkStoredVector(ordinal: number, vector: Float32Array, dimension: number): void {
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > MAX_UINT32) {
    throw new AppError('internal', `A vector's ordinal must be a positive uint32, got ${ordinal}.`)
  }
  if (vector.length !== dimension) {
    throw new AppError(
      'internal',
      `Expected ${dimension} numbers for chunk ${ordinal}, got ${vector.length}.`,
    )
  }
  let square = 0
  for (const value of vector) square += value * value
  if (!(Math.abs(square - 1) < UNIT_TOLERANCE)) {
    throw new AppError(
      'internal',
      `The vector of chunk ${ordinal} has length ${Math.sqrt(square)} instead of 1.`,
    )
  }
}
