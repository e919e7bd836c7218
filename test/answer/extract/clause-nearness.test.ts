// A second look at the likeliest sentences.
import { describe, expect, it } from 'vitest'
import { clausesOf, createClauseReader } from '../../../src/answer/extract/clause-nearness.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '第一句说的是别的事情。第二句里有一个对的分句,后面还有别的话。')

/** Texts with 对 lie by the question. */
function fakeEmbedder() {
  const embedded: string[] = []
  const vectorOf = (text: string) => (text.includes('对') ? Float32Array.of(1, 0) : Float32Array.of(0, 1))
  return {
    embedded,
    embedQuery: async () => Float32Array.of(1, 0),
    embedPassages: async (items: readonly { readonly text: string }[]) => {
      embedded.push(...items.map(({ text }) => text))
      return items.map(({ text }) => ({ vector: vectorOf(text), spanVectors: [] }))
    },
  }
}

describe('createClauseReader', () => {
  it('puts the sentence with the nearest clause first', async () => {
    const reader = createClauseReader(async () => fakeEmbedder())
    const [first] = await reader.read('问', candidatesOf(passage, [0.6, 0.4]))
    expect(first?.index).toBe(1)
    expect(first?.likelihood).toBeGreaterThan(0.99)
  })

  it('asks no model where one sentence is likely enough', async () => {
    const reader = createClauseReader(async () => {
      throw new Error('not to be opened')
    })
    const candidates = candidatesOf(passage, [0.9, 0.1])
    expect(await reader.read('问', candidates)).toEqual(candidates)
  })

  it('embeds a clause once', async () => {
    const embedder = fakeEmbedder()
    const reader = createClauseReader(async () => embedder)
    await reader.read('问', candidatesOf(passage, [0.6, 0.4]))
    await reader.read('又问', candidatesOf(passage, [0.6, 0.4]))
    expect(embedder.embedded).toEqual([
      '第一句说的是别的事情。',
      '第二句里有一个对的分句,',
      '后面还有别的话。',
    ])
  })
})

describe('clausesOf', () => {
  it('joins short beginnings to what follows and loses nothing', () => {
    const text = '同时,全面落实检查结果互认,推行预约;效果好'
    expect(clausesOf(text)).toEqual(['同时,全面落实检查结果互认,', '推行预约;效果好'])
    expect(clausesOf(text).join('')).toBe(text)
  })
})
