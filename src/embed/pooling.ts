// From one vector a token to one vector a passage and one a sentence.
import type { Pooling } from './recipe.ts'

/** What one forward pass gave: row-major [rows × columns × dimension]; rows are texts, columns their tokens with padding. */
export interface HiddenStates {
  readonly data: Float32Array
  readonly columns: number
  readonly dimension: number
}

/** Sum of the token vectors [from, to) of a row: a mean but for its length, which is scaled to one afterwards. */
export function sumTokens(states: HiddenStates, row: number, from: number, to: number): Float32Array {
  const { data, columns, dimension } = states
  const sum = new Float32Array(dimension)
  for (let token = from; token < to; token++) {
    const offset = (row * columns + token) * dimension
    for (let i = 0; i < dimension; i++) sum[i] = (sum[i] ?? 0) + (data[offset + i] ?? 0)
  }
  return sum
}

/** @param tokens of the row without its padding, special tokens included */
export function poolText(states: HiddenStates, row: number, tokens: number, pooling: Pooling): Float32Array {
  return sumTokens(states, row, 0, pooling === 'cls' ? 1 : tokens)
}
