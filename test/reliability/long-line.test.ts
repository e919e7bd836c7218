// A line of a megabyte, through the whole of learning: cut into chunks below the cap, nothing lost, and found again.
import { describe, expect, it } from 'vitest'
import { chunkDocument } from '../../src/chunk/split.ts'
import { openCollection } from '../../src/collection/open.ts'
import { readDocument } from '../../src/document/read.ts'
import { createHashingEmbedder } from '../../src/embed/hashing.ts'
import { openSearcher } from '../../src/search/searcher.ts'

/** Characters. */
const MEGABYTE = 2 ** 20
const CAP = 450
const NEEDLE = '全馆现有藏书九十万册'
const ABOUT = '青屿县图书馆2024年工作总结\n\n一、基本情况\n'

const lineOf = (piece: string) => piece.repeat(Math.ceil(MEGABYTE / piece.length))

const LINES = [
  ['characters without a mark', '馆'],
  ['sentences', '全年平稳。'],
  ['clauses', '全年平稳，'],
  ['letters without a blank', 'a'],
  ['words', 'library '],
  ['digits', '8'],
  ['open brackets', '（'],
  ['open quotation marks', '“'],
  ['quotations', '“馆”说，'],
  ['pairs of surrogates', '𠮷'],
  ['accents on one letter', '\u0301'],
  ['cells', '甲 | '],
] as const

describe('a line of a megabyte', () => {
  it.each(LINES)('of %s is cut below the cap, and every character stays', (_, piece) => {
    const line = lineOf(piece)
    const document = readDocument(Buffer.from(`${ABOUT}${NEEDLE}。${line}\n`), { path: 'a.txt' })
    const chunks = chunkDocument(document)
    expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThanOrEqual(CAP)
    const kept = chunks.map(({ text }) => text).join('')
    const bare = (text: string) => text.replace(/\s/g, '')
    expect(bare(kept)).toBe(bare(document.text.slice(document.text.indexOf(NEEDLE))))
    expect(chunks.filter(({ text }) => /\p{Surrogate}/u.test(text))).toEqual([])
  })

  it('is learnt as one document with each chunk once, and what stands in it is found', async () => {
    const text = `${ABOUT}${lineOf('平稳有序，').slice(0, MEGABYTE / 2)}。${NEEDLE}。${lineOf('井然有序。').slice(0, MEGABYTE / 2)}\n`
    const document = readDocument(Buffer.from(text), { path: 'a.txt' })
    const collection = openCollection({ folder: ':memory:' })
    const embedder = createHashingEmbedder({ dimension: 16 })
    const source = {
      name: 'one line',
      async *items() {
        yield { path: 'a.txt', stamp: '1', read: async () => document }
      },
    }
    await collection.learn(source, embedder)
    const ids = collection.chunksOf(document.id).map(({ chunk }) => chunk.id)
    expect(ids.length).toBeGreaterThan(MEGABYTE / CAP)
    expect([new Set(ids).size, collection.documents()[0]?.chunks]).toEqual([ids.length, ids.length])
    const searcher = await openSearcher({ collection, embedder })
    const { passages } = await searcher.search('现有藏书多少册？')
    expect(passages[0]?.text).toContain(NEEDLE)
  })
})
