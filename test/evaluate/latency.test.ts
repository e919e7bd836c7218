// Percentiles by nearest rank.
import { describe, expect, it } from 'vitest'
import { percentiles } from '../../src/evaluate/latency.ts'

describe('percentiles', () => {
  it('gives durations that occurred, by nearest rank', () => {
    const durations = Array.from({ length: 100 }, (_, i) => 100 - i)
    expect(percentiles(durations)).toEqual({ p50: 50, p95: 95, p99: 99 })
  })

  it('gives the one there is', () => {
    expect(percentiles([7])).toEqual({ p50: 7, p95: 7, p99: 7 })
  })

  it('sorts numbers as numbers', () => {
    expect(percentiles([10, 9, 100])).toEqual({ p50: 10, p95: 100, p99: 100 })
  })

  it('has nothing to say of none', () => {
    expect(percentiles([])).toBe(undefined)
  })
})
