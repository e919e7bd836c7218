import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../src/chunk/split.ts'
import { embeddingInput, faultOfVectors } from '../../src/collection/embedding-input.ts'
import { sliceOf } from '../../src/text/range.ts'
import { buildDocument } from '../fixtures/built-document.ts'

describe('embeddingInput', () => {
  it('puts the header before the text as it is read and marks its sentences', () => {
    const document = buildDocument({
      title: '年度报告',
      blocks: [
        { kind: 'body', text: '第一句断\n开了。第二句。' },
        { kind: 'caption', text: '新馆外景' },
        { kind: 'body', text: '“第三句。”馆长说。' },
      ],
    })
    const [chunk] = chunkDocument(document)
    const { text, spans } = embeddingInput(chunk!)
    expect(text).toBe('年度报告\n第一句断开了。第二句。\n“第三句。”馆长说。')
    expect(spans.map((span) => sliceOf(text, span))).toEqual([
      '第一句断开了。',
      '第二句。',
      '“第三句。”馆长说。',
    ])
  })
})

describe('faultOfVectors', () => {
  const unit = Float32Array.of(0.6, 0.8)

  it('finds nothing wrong with unit vectors, one a sentence', () => {
    expect(faultOfVectors({ vector: unit, spanVectors: [unit] }, 1, 2)).toBe(undefined)
  })

  it.each([
    [Float32Array.of(Number.NaN, 1), [], 0, 'a vector with a number that is not finite'],
    [Float32Array.of(0, 0), [], 0, 'a vector of length 0.000'],
    [Float32Array.of(1), [], 0, 'a vector of 1 numbers instead of 2'],
    [unit, [unit], 2, '1 sentence vectors for 2 sentences'],
    [unit, [Float32Array.of(3, 4)], 1, 'a vector of length 5.000'],
  ])('says what is wrong with %o', (vector, spanVectors, spans, fault) => {
    expect(faultOfVectors({ vector, spanVectors }, spans, 2)).toBe(fault)
  })
})
