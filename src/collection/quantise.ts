// How are sentence vectors kept small? As int8 rows, each with the factor that makes it a unit vector again.

export interface QuantisedRows {
  /** Row-major [rows × dimension]. */
  readonly values: Int8Array
  /** [rows]. */
  readonly scales: Float32Array
}

const LARGEST = 127

/** @param rows unit vectors of one length, finite; the largest error of a number is half of 1/127 of the row's largest */
export function quantiseRows(rows: readonly Float32Array[], dimension: number): QuantisedRows {
  const values = new Int8Array(rows.length * dimension)
  const scales = new Float32Array(rows.length)
  for (const [index, row] of rows.entries()) {
    let largest = 0
    for (const value of row) largest = Math.max(largest, Math.abs(value))
    let squares = 0
    for (const [i, value] of row.entries()) {
      const rounded = Math.round((value / largest) * LARGEST)
      values[index * dimension + i] = rounded
      squares += rounded * rounded
    }
    // Not largest / 127: this one gives length 1 after rounding too.
    scales[index] = 1 / Math.sqrt(squares)
  }
  return { values, scales }
}
