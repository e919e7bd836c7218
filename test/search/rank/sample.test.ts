import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { samplePlaces } from '../../../src/search/rank/sample.ts'

describe('samplePlaces', () => {
  it('takes all of few, and of many a fixed number spread evenly', () => {
    expect(samplePlaces(3)).toEqual([0, 1, 2])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (count) => {
        const places = samplePlaces(count)
        expect(new Set(places).size).toBe(Math.min(count, 64))
        expect(places.every((place) => place >= 0 && place < count)).toBe(true)
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})
