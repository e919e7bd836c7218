import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alignPieces } from '../../src/embed/token-ranges.ts'
import { sliceOf } from '../../src/text/range.ts'
import { weirdText } from './texts.ts'

/** As SentencePiece does: compatibility form, blanks as ▁, cut anywhere. */
const piecesOf = (text: string, sizes: readonly number[]) => {
  const form = `▁${text.normalize('NFKC').replace(/\s+/g, '▁')}`
  const pieces: string[] = []
  for (let at = 0, i = 0; at < form.length; i++) {
    const size = sizes[i % sizes.length] ?? 1
    pieces.push(form.slice(at, at + size))
    at += size
  }
  return pieces
}

const weirdPieces = fc
  .tuple(weirdText, fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 9 }))
  .map(([text, sizes]) => ({ text, pieces: piecesOf(text, sizes) }))

describe('alignPieces', () => {
  it('gives each piece the characters it stands for', () => {
    const text = '门诊量 达到１２万㎡。'
    const pieces = ['▁', '门诊', '量', '▁达到', '12', '万', 'm', '2', '。']
    const shown = alignPieces(text, pieces).map((range) => sliceOf(text, range))
    expect(shown).toEqual(['', '门诊', '量', '达到', '１２', '万', '㎡', '㎡', '。'])
  })

  it('follows a tokenizer that lowers case, drops accents and marks the pieces inside a word', () => {
    const text = 'Café Zürich'
    const shown = alignPieces(text, ['cafe', 'zur', '##ich']).map((range) => sliceOf(text, range))
    expect(shown).toEqual(['Café', 'Zür', 'ich'])
  })

  it('lets starts never fall where one character is many pieces with blanks between', () => {
    expect(alignPieces('ﷺ', ['صلى', '▁', 'الله'])).toEqual([
      { start: 0, end: 1 },
      { start: 0, end: 1 },
      { start: 0, end: 1 },
    ])
  })

  it('finds the way again after pieces that say nothing of their characters', () => {
    const text = '前言 xyz 正文从这里开始'
    const pieces = ['前言', '[UNK]', '正文', '从这里', '开始']
    const ranges = alignPieces(text, pieces)
    expect([0, 2, 3, 4].map((i) => sliceOf(text, ranges[i]!))).toEqual(['前言', '正文', '从这里', '开始'])
    expect(sliceOf(text, ranges[1]!)).toContain('xyz')
  })

  it('keeps every range in the text and in order, whatever the text and the pieces are', () => {
    fc.assert(
      fc.property(
        weirdText,
        fc.oneof(
          fc.array(weirdText),
          weirdPieces.map(({ pieces }) => pieces),
        ),
        (text, pieces) => {
          const ranges = alignPieces(text, pieces)
          expect(ranges.length).toBe(pieces.length)
          ranges.forEach((range, i) => {
            const previous = ranges[i - 1] ?? { start: 0, end: 0 }
            expect(range.start).toBeLessThanOrEqual(range.end)
            expect(range.start).toBeGreaterThanOrEqual(previous.start)
            expect(range.end).toBeGreaterThanOrEqual(previous.end)
            expect(range.end).toBeLessThanOrEqual(text.length)
          })
        },
      ),
    )
  })

  it('covers with a piece of letters and digits the characters it was made from', () => {
    fc.assert(
      fc.property(weirdPieces, ({ text, pieces }) => {
        const ranges = alignPieces(text, pieces)
        pieces.forEach((piece, i) => {
          if (!/^[\p{Script=Han}\da-z]+$/u.test(piece)) return
          const made = sliceOf(text, ranges[i]!).normalize('NFKC').replace(/\P{L}/gu, '')
          expect(made).toContain(piece.replace(/\P{L}/gu, ''))
        })
      }),
    )
  })
})
