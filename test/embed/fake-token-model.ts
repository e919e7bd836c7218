// A model whose arithmetic can be done by hand: a token a character, its vector [1, code, column].
import type { TokenModel } from '../../src/embed/token-model.ts'

/** Special tokens: 1 opens a row, 2 closes it. */
export interface FakeTokenModel extends TokenModel {
  /** Token ids of every row that was run, batch by batch. */
  readonly batches: number[][][]
}

/** @param breakAt a character whose token gets NaN */
export function fakeTokenModel({ maxTokens = 12, breakAt = '' } = {}): FakeTokenModel {
  const batches: number[][][] = []
  return {
    batches,
    dimension: 3,
    maxTokens,
    opening: [1],
    closing: [2],
    tokenize(text) {
      const pieces = [...text]
      return { ids: pieces.map((piece) => piece.codePointAt(0) ?? 0), pieces }
    },
    async run(rows, use) {
      batches.push(rows.map((row) => [...row]))
      const columns = Math.max(...rows.map((row) => row.length))
      const data = new Float32Array(rows.length * columns * 3)
      rows.forEach((row, line) => {
        row.forEach((id, column) => {
          const broken = breakAt !== '' && id === breakAt.codePointAt(0)
          data.set([1, broken ? Number.NaN : id, column], (line * columns + column) * 3)
        })
      })
      return use({ data, columns, dimension: 3 })
    },
    async close() {},
  }
}
