// Sentences that can be read one after the other.
import { describe, expect, it } from 'vitest'
import { type Chain, chainsOf } from '../../../src/answer/runs/chains.ts'
import type { Passage } from '../../../src/search/passage.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const texts = (chains: readonly Chain[]) => chains.map((chain) => chain.map(({ sentence }) => sentence.text))
const shifted = (passage: Passage, by: number): Passage => ({
  ...passage,
  range: { start: passage.range.start + by, end: passage.range.end + by },
  sentences: (passage.sentences ?? []).map((one) => ({
    ...one,
    range: { start: one.range.start + by, end: one.range.end + by },
  })),
})

describe('chainsOf', () => {
  it('keeps the sentences of a passage in text order, however likely they are', () => {
    const passage = passageWithSentences('a', '第一句。第二句。第三句。')
    expect(texts(chainsOf(candidatesOf(passage, [0.2, 0.1, 0.7])))).toEqual([
      ['第一句。', '第二句。', '第三句。'],
    ])
  })

  it('makes one chain of passages that overlap, each sentence once', () => {
    const first = passageWithSentences('a', '第一句。第二句。')
    const second = shifted(passageWithSentences('a', '第二句。第三句。', { rank: 2 }), 4)
    const candidates = [...candidatesOf(first, [0.3, 0.3]), ...candidatesOf(second, [0.3, 0.1])]
    expect(texts(chainsOf(candidates))).toEqual([['第一句。', '第二句。', '第三句。']])
  })

  it('keeps other documents apart', () => {
    const other = candidatesOf(passageWithSentences('b', '别处。'), [0.5])
    const own = candidatesOf(passageWithSentences('a', '此处。'), [0.5])
    expect(texts(chainsOf([...own, ...other]))).toEqual([['此处。'], ['别处。']])
  })

  it('parts the lines under two pictures, and keeps the sentences of one', () => {
    const text = '▲ 馆长介绍新馆\n▲ 新馆落成。馆长剪彩'
    const captions = { ...passageWithSentences('a', text), kind: 'caption' as const }
    expect(texts(chainsOf(candidatesOf(captions, [0.3, 0.3, 0.3])))).toEqual([
      ['▲ 馆长介绍新馆'],
      ['▲ 新馆落成。', '馆长剪彩'],
    ])
  })
})
