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
  // One pass over 100,000 scores; measured from the first value, so that nothing is lost to a large mean.
  const origin = values[0] ?? 0
  let sum = 0
  let squares = 0
  for (let i = 0; i < count; i++) {
    const value = (values[i] ?? 0) - origin
    sum += value
    squares += value * value
  }
  const mean = sum / count
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean))
  // A difference in the last bits of a float is none.
  return { mean: mean + origin, deviation: deviation > 1e-9 ? deviation : 1 }
}

export function standardise(value: number, { mean, deviation }: Spread): number {
  return (value - mean) / deviation
}
