// Sums over vectors that the tests of this folder share.

export function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0)
}

export function normOf(vector: Float32Array): number {
  return Math.sqrt(dot(vector, vector))
}
