import { describe, expect, it } from 'vitest'
import { excerptPieces, wholePieces } from '../../../src/web/passages/excerpt.ts'

const PASSAGE = {
  text: '全院上下。门诊量为一百万。',
  highlights: [
    { start: 0, end: 2 },
    { start: 5, end: 8 },
  ],
  bestSentence: { start: 5, end: 13 },
}

describe('wholePieces', () => {
  it('lights the nearest sentence, and the words on top of it', () => {
    expect(wholePieces(PASSAGE)).toEqual([
      { text: '全院', mark: 'word' },
      { text: '上下。' },
      { text: '门诊量', mark: 'word nearest' },
      { text: '为一百万。', mark: 'nearest' },
    ])
  })
})

describe('excerptPieces', () => {
  it('begins with the nearest sentence', () => {
    expect(excerptPieces(PASSAGE)).toEqual([
      { text: '……' },
      { text: '门诊量', mark: 'word nearest' },
      { text: '为一百万。', mark: 'nearest' },
    ])
  })

  it('begins at the beginning where no sentence is nearest', () => {
    const { bestSentence: _, ...passage } = PASSAGE
    expect(excerptPieces(passage)[0]).toEqual({ text: '全院', mark: 'word' })
  })
})
