import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPostings, holds, mergePostings, rowOfTerm } from '../../../src/search/words/postings.ts'

const chunk = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 300 })), { maxLength: 8 })
  .map((entries) => new Map(entries))

describe('mergePostings', () => {
  it('equals building the segments as one', () => {
    fc.assert(
      fc.property(fc.array(fc.array(chunk, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (segments) => {
        expect(mergePostings(segments.map(buildPostings))).toEqual(buildPostings(segments.flat()))
      }),
    )
  })
})

describe('buildPostings', () => {
  it('holds exactly the terms of each chunk, counts capped at 255', () => {
    const postings = buildPostings([
      new Map([
        [7, 2],
        [3, 400],
      ]),
      new Map([[7, 1]]),
    ])
    expect([...postings.termIds]).toEqual([3, 7])
    expect([...postings.places]).toEqual([0, 0, 1])
    expect([...postings.counts]).toEqual([255, 2, 1])
  })
})

describe('holds', () => {
  it('finds a chunk among those of a term, and no other', () => {
    const postings = buildPostings([new Map([[5, 1]]), new Map([[6, 1]]), new Map([[5, 1]])])
    const row = rowOfTerm(postings, 5)
    expect([0, 1, 2].map((place) => holds(postings, row, place))).toEqual([true, false, true])
    expect(rowOfTerm(postings, 9)).toBe(-1)
  })
})
