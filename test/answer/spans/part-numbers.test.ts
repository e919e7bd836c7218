// A number belongs to the part that was named last before it.
import { describe, expect, it } from 'vitest'
import { answerSpans } from '../../../src/answer/spans/answer-spans.ts'

const TEXT = '各分馆借书如下:城南分馆438册;江北分馆302册、读者95人;全馆共740册。'
const counts = (own: string, unit: string) =>
  answerSpans({ kind: 'count', unit, part: { own, kind: '分馆' } }, TEXT)?.map(({ start, end }) =>
    TEXT.slice(start, end),
  )

describe('answerSpans of a named part', () => {
  it('leaves the numbers of the others out', () => {
    expect(counts('江北', '册')).toEqual(['302册', '740册'])
    expect(counts('城南', '册')).toEqual(['438册', '740册'])
    expect(counts('城南', '人')).toEqual([])
  })
})
