import { describe, expect, it } from 'vitest'
import type { Chunk } from '../../../src/chunk/chunk.ts'
import { MAX_PASSAGE_CHARACTERS, widenChunk } from '../../../src/search/passages/widen.ts'

const sentence = (letter: string, length: number) => `${letter.repeat(length - 1)}。`

describe('widenChunk', () => {
  it('takes whole sentences of both neighbours while there is room', () => {
    const { text, chunks } = cut([
      [sentence('甲', 200), sentence('乙', 90)],
      [sentence('丙', 200)],
      [sentence('丁', 100)],
    ])
    const [first, middle, last] = chunks as [Chunk, Chunk, Chunk]
    const { range, shown } = widenChunk(middle, [first], [last])
    expect(shown.text).toBe([sentence('乙', 90), sentence('丙', 200), sentence('丁', 100)].join('\n'))
    expect(text.slice(range.start, range.end)).toBe(shown.text)
  })

  it('never exceeds the longest passage', () => {
    const { chunks } = cut([[sentence('甲', 160)], [sentence('乙', 160)], [sentence('丙', 160)]])
    const [first, middle, last] = chunks as [Chunk, Chunk, Chunk]
    const { range } = widenChunk(middle, [first], [last])
    expect(range.end - range.start).toBeLessThanOrEqual(MAX_PASSAGE_CHARACTERS)
  })

  it('leaves a chunk without neighbours as it is', () => {
    const { chunks } = cut([[sentence('甲', 50)]])
    const [only] = chunks as [Chunk]
    expect(widenChunk(only, [], [])).toMatchObject({
      range: only.range,
      whole: [only],
      shown: { text: only.text },
    })
  })

  it('says which chunks it holds whole', () => {
    const { chunks } = cut([
      [sentence('甲', 300), sentence('乙', 20)],
      [sentence('丙', 100)],
      [sentence('丁', 40)],
    ])
    const [first, middle, last] = chunks as [Chunk, Chunk, Chunk]
    expect(widenChunk(middle, [first], [last]).whole.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('shows blank space between two chunks as one line break and hides their own gaps', () => {
    const text = '甲。\n\n　　乙\n丙。'
    const first = chunkOf(text, 0, [{ start: 0, end: 2 }])
    const second = {
      ...chunkOf(text, 1, [{ start: 6, end: 10 }]),
      gaps: [{ start: 7, end: 8, replacement: '' as const }],
    }
    const { range, shown } = widenChunk(second, [first], [])
    expect(range).toEqual({ start: 0, end: 10 })
    expect(shown.text).toBe('甲。\n乙丙。')
    expect([shown.fromSource(6), shown.toSource(3)]).toEqual([3, 6])
  })

  it('gives offsets of the document for a passage that begins inside a neighbour', () => {
    const { text, chunks } = cut([[sentence('甲', 300), sentence('乙', 20)], [sentence('丙', 400)]])
    const [first, second] = chunks as [Chunk, Chunk]
    const { range, shown } = widenChunk(second, [first], [])
    expect(shown.text.slice(shown.fromSource(second.range.start))).toBe(second.text)
    expect(text.slice(range.start, range.end)).toBe(shown.text)
  })
})

/** Chunks of sentences, a line break between two chunks. */
function cut(parts: readonly (readonly string[])[]): { text: string; chunks: Chunk[] } {
  const text = parts.map((sentences) => sentences.join('')).join('\n')
  let start = 0
  const chunks = parts.map((sentences, i) => {
    const ranges = sentences.map((one) => {
      const range = { start, end: start + one.length }
      start = range.end
      return range
    })
    start++
    return chunkOf(text, i, ranges)
  })
  return { text, chunks }
}

function chunkOf(text: string, position: number, sentences: Chunk['sentences']): Chunk {
  const range = { start: sentences[0]?.start ?? 0, end: sentences.at(-1)?.end ?? 0 }
  return {
    id: String(position),
    documentId: 'd',
    position,
    kind: 'body',
    sectionPath: ['题'],
    section: 0,
    range,
    gaps: [],
    text: text.slice(range.start, range.end),
    header: '题',
    sentences,
    truncated: false,
    hardSplit: false,
  }
}
