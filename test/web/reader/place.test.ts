import { describe, expect, it } from 'vitest'
import { placeOf, readerTarget, readerUrl } from '../../../src/web/reader/place.ts'

describe('readerTarget', () => {
  it.each([
    ['/d/0123456789abcdef#a-b-c-d', { documentId: '0123456789abcdef', place: 'a-b-c-d' }],
    ['http://host:1/d/0123456789abcdef', { documentId: '0123456789abcdef', place: '' }],
    ['/d/0123456789abcdef?x=1#5-9', { documentId: '0123456789abcdef', place: '5-9' }],
    ['/', undefined],
    ['/d/', undefined],
  ])('reads %s', (url, target) => {
    expect(readerTarget(url)).toEqual(target)
  })

  it('reads what readerUrl writes', () => {
    for (const target of [
      { documentId: 'ab', place: '' },
      { documentId: 'ab', place: '1-2' },
    ])
      expect(readerTarget(readerUrl(target))).toEqual(target)
  })
})

describe('placeOf', () => {
  it.each([
    ['', { kind: 'whole' }],
    ['120-180', { kind: 'range', range: { start: 120, end: 180 } }],
    ['at-3', { kind: 'section', section: 3 }],
    ['s6-2w-qnv33sdv4e-i234c', { kind: 'cited', rangeId: 's6-2w-qnv33sdv4e-i234c' }],
    ['somewhere', { kind: 'unknown' }],
  ])('takes %s for what it is', (text, place) => {
    expect(placeOf(text)).toEqual(place)
  })
})
