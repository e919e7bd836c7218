import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerPieces, withoutUnfinishedMarker } from '../../../src/web/conversation/answer-pieces.ts'

describe('answerPieces', () => {
  it('finds claims and markers in their order, and the end of each claim behind its markers', () => {
    const claims = [{ text: '有九百张床。' }, { text: '有百名医生。' }]
    expect(answerPieces('有九百张床。[1][2]\n有百名医生。[1]', claims)).toEqual([
      { kind: 'claim', text: '有九百张床。', claim: 0 },
      { kind: 'marker', text: '[1]', n: 1 },
      { kind: 'marker', text: '[2]', n: 2 },
      { kind: 'end', text: '', claim: 0 },
      { kind: 'text', text: '\n' },
      { kind: 'claim', text: '有百名医生。', claim: 1 },
      { kind: 'marker', text: '[1]', n: 1 },
      { kind: 'end', text: '', claim: 1 },
    ])
  })

  it('shows the markers of a text whose claims are still to come', () => {
    expect(answerPieces('有九百张床。[1]有百', [])).toEqual([
      { kind: 'text', text: '有九百张床。' },
      { kind: 'marker', text: '[1]', n: 1 },
      { kind: 'text', text: '有百' },
    ])
  })

  it('loses and adds nothing, whatever the claims', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '[', ']', '1', '\n'), maxLength: 30 })
    const claims = fc.array(
      fc.record({ text: fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 3 }) }),
    )
    fc.assert(
      fc.property(text, claims, (given, stated) => {
        expect(
          answerPieces(given, stated)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(given)
      }),
    )
  })
})

describe('withoutUnfinishedMarker', () => {
  it.each([
    ['有床。[', '有床。'],
    ['有床。[1', '有床。'],
    ['有床。[1]', '有床。[1]'],
    ['有床。[注', '有床。[注'],
  ])('shows %s as %s', (text, shown) => {
    expect(withoutUnfinishedMarker(text)).toBe(shown)
  })
})
