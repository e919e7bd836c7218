// The bar that 95 % reach, and who gets over it.
import { describe, expect, it } from 'vitest'
import { letThroughAt95 } from '../../src/evaluate/let-through.ts'

describe('letThroughAt95', () => {
  const shown = Array.from({ length: 20 }, (_, i) => (i + 1) / 20)

  it('sets the bar where 95 % of the shown ones are kept and counts the hidden ones at or above it', () => {
    expect(letThroughAt95(shown, [0.05, 0.09, 0.1, 0.9])).toBe(0.5)
  })

  it('is 1 when hiding the evidence changes nothing and all are equally sure', () => {
    expect(letThroughAt95([0.8, 0.8], [0.8, 0.8])).toBe(1)
  })

  it('is not measured without either side', () => {
    expect(letThroughAt95([], [0.5])).toBe(undefined)
    expect(letThroughAt95([0.5], [])).toBe(undefined)
  })
})
