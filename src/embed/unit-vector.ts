// What must a vector be before anyone may use it? Finite, of the right length, and of length one.
import { AppError, type ErrorCode } from '../errors.ts'

/**
 * Scales a row to unit length, in place.
 *
 * @param code of the error when the row can't be used: the model's fault or the endpoint's
 * @param item names the text it came from, such as `passage 37`
 * @throws AppError when a number isn't finite or all are zero: a NaN row would spoil the order of every search after it
 */
export function toUnit(row: Float32Array, code: ErrorCode, item: string): Float32Array {
  let sum = 0
  for (const value of row) sum += value * value
  if (!Number.isFinite(sum) || sum === 0) {
    const fault = sum === 0 ? 'only zeros' : 'numbers that are not finite'
    throw new AppError(
      code,
      `The embedding of ${item} should be a vector with a direction; it holds ${fault}.`,
      {
        hint: 'Nothing was stored of it. Run `wenbao doctor` to check the model, then index again.',
      },
    )
  }
  const scale = 1 / Math.sqrt(sum)
  for (let i = 0; i < row.length; i++) row[i] = (row[i] ?? 0) * scale
  return row
}
