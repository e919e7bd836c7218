import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partitionPoint } from '../../src/text/partition.ts'

describe('partitionPoint', () => {
  it('counts what a scan from the beginning counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 20 })), fc.nat({ max: 21 }), (numbers, limit) => {
        const sorted = numbers.toSorted((a, b) => a - b)
        expect(partitionPoint(sorted, (n) => n < limit)).toBe(sorted.filter((n) => n < limit).length)
      }),
    )
  })
})
