import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkers } from '../../../src/answer/model/markers.ts'

const FORMS: readonly (readonly [string, readonly number[], number])[] = [
  ['藏书82万册[1]。', [1], 0],
  ['藏书82万册[1][2]。', [1, 2], 0],
  ['藏书82万册[1,2，3]。', [1, 2, 3], 0],
  ['藏书82万册[1、3]。', [1, 3], 0],
  ['藏书82万册［1］。', [1], 0],
  ['藏书82万册【２】。', [2], 0],
  ['藏书82万册〔2〕。', [2], 0],
  ['藏书82万册[1-3]。', [1, 2, 3], 0],
  ['藏书82万册[1-9]。', [1, 2, 3, 4], 1],
  ['藏书82万册[^1]。', [1], 0],
  ['藏书82万册[^1^]。', [1], 0],
  ['藏书82万册[01]。', [1], 0],
  ['藏书82万册[ 1 ]。', [1], 0],
  ['藏书82万册[[1]]。', [1], 0],
  ['藏书82万册[99]。', [], 1],
  ['藏书82万册[0]。', [], 1],
  ['藏书82万册[1,2,77]。', [1, 2], 1],
  ['藏书82万册[来源1]。', [1], 0],
  ['藏书82万册【来源：2】。', [2], 0],
  ['藏书82万册[doc1]。', [1], 0],
  ['藏书82万册[Source 3; source 4]。', [3, 4], 0],
  ['藏书82万册（来源1）。', [1], 0],
  ['藏书82万册(1)。', [1], 0],
  ['藏书82万册【1†source】。', [1], 0],
  ['藏书82万册[1](https://example.org/a)。', [1], 0],
  ['藏书82万册<sup>1</sup>。', [1], 0],
  ['藏书82万册[1', [1], 0],
  ['藏书82万册[1。', [1], 0],
  ['藏书82万册。[原注3]', [], 0],
  ['藏书82万册[123456789012]。', [], 1],
]

describe('readMarkers', () => {
  it.each(FORMS)('reads %s', (sentence, passages, unresolved) => {
    const marked = readMarkers(sentence, 4)
    expect([marked.text.replace('。', ''), marked.passages, marked.unresolved]).toEqual([
      '藏书82万册',
      passages,
      unresolved,
    ])
  })

  it.each([
    '（1）加强管理，（2）改进服务。',
    '自2021年起（2021）实行。',
    '国发〔2022〕15号文件。',
    'P(3)值偏高',
    '共82万册（含电子书3万册）。',
    '[图3]为新馆。',
  ])('leaves %s as it is', (sentence) => {
    expect(readMarkers(sentence, 4)).toEqual({ text: sentence, passages: [], unresolved: 0 })
  })

  it('writes the year of a paper in brackets that are no citation', () => {
    expect(readMarkers('国发[2022]15号文件。', 4).text).toBe('国发〔2022〕15号文件。')
  })

  it('leaves nothing behind that looks like a citation, and points to nothing that is not there', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '［',
      '】',
      '【',
      '〔',
      '〕',
      '(',
      ')',
      '^',
      ',',
      '-',
      '1',
      '7',
      '９',
      '٣',
      '来源',
      ' ',
      '。',
      '字',
      '†',
      '<sup>',
      '</sup>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat({ max: 9 }), (pieces, count) => {
        const { text, passages } = readMarkers(pieces.join(''), count)
        expect(text.replace(/〔\d{4}〕\s*第?\d+\s*号/gu, '')).not.toMatch(/[[［【〔]\s*\^?\s*\p{Nd}/u)
        expect(passages.every((number) => number >= 1 && number <= count)).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('stays linear on long runs', () => {
    for (const run of ['[1', '[1,', '[ ', '(1', '[1-', '1]', '[来源'])
      expect(readMarkers(run.repeat(3_000), 4).text.length).toBeLessThan(20_000)
  })
})
