// A model that turns tokens into one vector each: what local.ts loads and what tests imitate.
import type { HiddenStates } from './pooling.ts'

interface Pieces {
  readonly ids: readonly number[]
  /** As the tokenizer writes them, same order; see token-ranges.ts. */
  readonly pieces: readonly string[]
}

export interface TokenModel {
  /** Numbers in a token's vector. */
  readonly dimension: number
  /** Longest row in tokens, special ones included. */
  readonly maxTokens: number
  /** Special tokens that stand before and after every row. */
  readonly opening: readonly number[]
  readonly closing: readonly number[]
  /** Without special tokens, not cut. */
  tokenize(text: string): Pieces
  /**
   * One forward pass.
   *
   * @param rows token ids, special ones included; shorter rows are padded
   * @param use reads the result, whose memory is given back when it returns
   */
  run<Result>(rows: readonly (readonly number[])[], use: (states: HiddenStates) => Result): Promise<Result>
  close(): Promise<void>
}
