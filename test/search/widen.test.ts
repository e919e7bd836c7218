import { describe, expect, it } from 'vitest'
import type { Chunk } from '../../src/chunk/chunk.ts'
import { MAX_PASSAGE_CHARACTERS, widenChunk } from '../../src/search/widen.ts'

const sentence = (letter: string, length: number) => `${letter.repeat(length - 1)}。`

describe('widenChunk', () => {
  it('takes whole sentences of both neighbours while there is room', () => {
    const { text, chunks } = document([
      [sentence('甲', 200), sentence('乙', 90)],
      [sentence('丙', 200)],
      [sentence('丁', 100)],
    ])
    const { range } = widenChunk(chunks[1] as Chunk, [chunks[0] as Chunk], [chunks[2] as Chunk], text)
    expect(text.slice(range.start, range.end)).toBe(
      [sentence('乙', 90), sentence('丙', 200), sentence('丁', 100)].join('\n'),
    )
  })

  it('never exceeds the longest passage', () => {
    const { text, chunks } = document([[sentence('甲', 160)], [sentence('乙', 160)], [sentence('丙', 160)]])
    const { range } = widenChunk(chunks[1] as Chunk, [chunks[0] as Chunk], [chunks[2] as Chunk], text)
    expect(range.end - range.start).toBeLessThanOrEqual(MAX_PASSAGE_CHARACTERS)
  })

  it('stops at another section, another kind, and at anything between that is not blank', () => {
    const { text, chunks } = document([[sentence('甲', 50)], [sentence('乙', 50)], [sentence('丙', 50)]])
    const [first, middle, last] = chunks as [Chunk, Chunk, Chunk]
    const alone = middle.range
    expect(
      widenChunk(middle, [{ ...first, section: 9 }], [{ ...last, kind: 'caption' }], text).range,
    ).toEqual(alone)
    const furnished = `${text.slice(0, last.range.start - 1)}▲${text.slice(last.range.start)}`
    expect(widenChunk(middle, [], [last], furnished).range).toEqual(alone)
  })

  it('says which chunks it holds whole', () => {
    const { text, chunks } = document([
      [sentence('甲', 300), sentence('乙', 20)],
      [sentence('丙', 100)],
      [sentence('丁', 40)],
    ])
    const { whole } = widenChunk(chunks[1] as Chunk, [chunks[0] as Chunk], [chunks[2] as Chunk], text)
    expect(whole.map(({ id }) => id)).toEqual(['1', '2'])
  })

  it('shows blank space between two chunks as one line break', () => {
    const text = '甲。\n\n　　乙。'
    const [first, second] = [chunkAt(0, 0, [{ start: 0, end: 2 }]), chunkAt(1, 6, [{ start: 6, end: 8 }])]
    const { range, gaps } = widenChunk(first, [], [second], text)
    expect(range).toEqual({ start: 0, end: 8 })
    expect(gaps).toEqual([{ start: 2, end: 6, replacement: '\n' }])
  })
})

/** Chunks of sentences, a line break between two chunks. */
function document(parts: readonly (readonly string[])[]): { text: string; chunks: Chunk[] } {
  let text = ''
  const chunks = parts.map((sentences, i) => {
    if (i > 0) text += '\n'
    const ranges = sentences.map((one) => {
      const start = text.length
      text += one
      return { start, end: text.length }
    })
    return chunkAt(i, ranges[0]?.start ?? 0, ranges)
  })
  return {
    text,
    chunks: chunks.map((chunk) => ({ ...chunk, text: text.slice(chunk.range.start, chunk.range.end) })),
  }
}

function chunkAt(position: number, start: number, sentences: Chunk['sentences']): Chunk {
  return {
    id: String(position),
    documentId: 'd',
    position,
    kind: 'body',
    sectionPath: ['题'],
    section: 0,
    range: { start, end: sentences.at(-1)?.end ?? start },
    gaps: [],
    text: '',
    header: '题',
    sentences,
    truncated: false,
    hardSplit: false,
  }
}
