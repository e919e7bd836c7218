// How far does a score stand out? Standardised over the collection, for this question.

export interface Spread {
  readonly mean: number
  /** Of the population; 1 when all values are the same, so that nothing is divided by 0. */
  readonly deviation: number
}

/** @param values finite; an empty list gives mean 0 */
export function spreadOf(values: ArrayLike<number>): Spread {
  const count = values.length
  if (count === 0) return { mean: 0, deviation: 1 }
  let sum = 0
  for (let i = 0; i < count; i++) sum += values[i] ?? 0
  const mean = sum / count
  let squares = 0
  for (let i = 0; i < count; i++) squares += ((values[i] ?? 0) - mean) ** 2
  const deviation = Math.sqrt(squares / count)
  // A difference in the last bits of a float is none.
  return { mean, deviation: deviation > 1e-9 ? deviation : 1 }
}

export function standardise(value: number, { mean, deviation }: Spread): number {
  return (value - mean) / deviation
}
