import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cut, createSentenceCutter } from '../../../src/answer/model/sentence-cutter.ts'

function cutWhole(...pieces: string[]): Cut[] {
  const cutter = createSentenceCutter()
  return [...pieces.flatMap((piece) => cutter.push(piece)), ...cutter.end()]
}

const textsOf = (...pieces: string[]) => cutWhole(...pieces).map(({ text }) => text)

describe('createSentenceCutter', () => {
  it('cuts at the ends of sentences and keeps the markers after them', () => {
    expect(textsOf('藏书82万册。[1] 接待36.5万人次[2]；办展14个！\n第二行')).toEqual(
      ['藏书82万册。[1]', ' 接待36.5万人次[2]；', '办展14个！', '\n', '第二行'].filter(
        (text) => text.trim() !== '',
      ),
    )
    expect(textsOf('It has 3.5 million books. [1] Dr. Li agrees. No. 4 too')).toEqual([
      'It has 3.5 million books. [1]',
      ' Dr. Li agrees.',
      ' No. 4 too',
    ])
  })

  it('keeps quotations and list numbers whole', () => {
    expect(textsOf('他说“好！很好。”的话。1. 第一项')).toEqual(['他说“好！很好。”的话。', '1. 第一项'])
  })

  it('says which sentence was left unfinished', () => {
    expect(cutWhole('完了。没完')).toEqual([
      { text: '完了。', isWhole: true },
      { text: '没完', isWhole: false },
    ])
  })

  it('hands out a sentence as soon as nothing can change it', () => {
    const cutter = createSentenceCutter()
    expect(cutter.push('藏书82万册。')).toEqual([])
    expect(cutter.push('[1]')).toEqual([])
    expect(cutter.push('接')).toEqual([{ text: '藏书82万册。[1]', isWhole: true }])
  })

  it('leaves thoughts out, closed or not', () => {
    expect(textsOf('<think>先想想。\n是吗？</think>藏书82万册。<thinking>又想')).toEqual(['藏书82万册。'])
    expect(textsOf('先想想</think>藏书。')).toEqual(['先想想', '藏书。'])
  })

  it('cuts what never ends', () => {
    expect(textsOf('字'.repeat(1_500)).map((text) => text.length)).toEqual([600, 600, 300])
    expect(textsOf(`“${'字'.repeat(250)}。字。`).length).toBe(2)
  })

  it('gives the same sentences however the text arrives', () => {
    const piece = fc.constantFrom(
      '字',
      '很长的一段话',
      '。',
      '；',
      '！',
      '?',
      '.',
      'Abc',
      '12',
      ' ',
      '\n',
      '[1]',
      '[',
      ']',
      '（',
      '1',
      '）',
      '(',
      ')',
      '“',
      '”',
      '<',
      '<think>',
      '</think>',
      '<th',
      'ink>',
      '<sup>2</sup>',
      '😀',
      '，',
      'x'.repeat(70),
      '字'.repeat(590),
    )
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(
        text,
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 30 }),
        (whole, sizes) => {
          expect(cutWhole(...chunksOf(whole, sizes))).toEqual(cutWhole(whole))
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

function chunksOf(text: string, sizes: readonly number[]): string[] {
  const chunks: string[] = []
  for (let at = 0; at < text.length; ) {
    const size = sizes[chunks.length % sizes.length] ?? 1
    chunks.push(text.slice(at, at + size))
    at += size
  }
  return chunks
}
