import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

interface Piece {
  text: string
  claim?: number
  cites?: number
}

// A browser's module, written in JavaScript: its types are said here.
const address = new URL('../../src/web/answer-pieces.js', import.meta.url).href
const { answerPieces } = (await import(address)) as {
  answerPieces(text: string, claims: { text: string }[]): Piece[]
}

describe('answerPieces', () => {
  it('finds claims and markers in their order', () => {
    const claims = [{ text: '有九百张床。' }, { text: '有百名医生。' }]
    expect(answerPieces('有九百张床。[1][2]\n有百名医生。[1]', claims)).toEqual([
      { text: '有九百张床。', claim: 0 },
      { text: '[1]', cites: 1 },
      { text: '[2]', cites: 2 },
      { text: '\n' },
      { text: '有百名医生。', claim: 1 },
      { text: '[1]', cites: 1 },
    ])
  })

  it('shows the markers of a text whose claims are still to come', () => {
    expect(answerPieces('有九百张床。[1]有百', [])).toEqual([
      { text: '有九百张床。' },
      { text: '[1]', cites: 1 },
      { text: '有百' },
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
            .map(({ text }) => text)
            .join(''),
        ).toBe(given)
      }),
    )
  })
})
