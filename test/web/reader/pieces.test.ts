import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutPieces, type Piece, visiblePieces } from '../../../src/web/reader/pieces.ts'

const textOf = (pieces: Piece[]) => pieces.map(({ text }) => text).join('')

describe('cutPieces', () => {
  it('marks each range, the later layer on top', () => {
    const layers = [
      { range: { start: 0, end: 4 }, mark: 'nearest' },
      { range: { start: 1, end: 3 }, mark: 'word' },
    ]
    expect(cutPieces('门诊量是多', layers)).toEqual([
      { text: '门', mark: 'nearest' },
      { text: '诊量', mark: 'word' },
      { text: '是', mark: 'nearest' },
      { text: '多' },
    ])
  })

  it('loses and adds nothing, whatever the ranges', () => {
    const range = fc.record({
      start: fc.integer({ min: -3, max: 30 }),
      end: fc.integer({ min: -3, max: 30 }),
    })
    const layers = fc.array(fc.record({ range, mark: fc.constantFrom('a', 'b') }), { maxLength: 6 })
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), layers, (text, layers) => {
        const pieces = cutPieces(text, layers)
        expect(textOf(pieces)).toBe(text)
        expect(
          pieces.filter((piece, i) => piece.text === '' || (piece.mark === pieces[i - 1]?.mark && i > 0)),
        ).toEqual([])
      }),
    )
  })
})

describe('visiblePieces', () => {
  it('leaves gaps out and lights a range across them', () => {
    const gaps = [
      { start: 2, end: 3, replacement: '' as const },
      { start: 5, end: 7, replacement: ' ' as const },
    ]
    expect(visiblePieces('甲乙\n丙丁\n\n戊己', { start: 0, end: 9 }, gaps, { start: 1, end: 4 })).toEqual([
      { text: '甲' },
      { text: '乙', mark: 'lit' },
      { text: '丙', mark: 'lit' },
      { text: '丁' },
      { text: ' ' },
      { text: '戊己' },
    ])
  })

  it('passes over gaps outside the range', () => {
    expect(
      textOf(
        visiblePieces('甲\n乙\n丙', { start: 2, end: 3 }, [{ start: 1, end: 2, replacement: '' }], undefined),
      ),
    ).toBe('乙')
  })
})
