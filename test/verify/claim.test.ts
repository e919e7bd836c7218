// Are true sentences believed and corrupted ones caught? Over the sentences of corpus/, each against the chunk it stands in.
import { resolve } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { chunkDocument } from '../../src/chunk/split.ts'
import { folderSource } from '../../src/collection/folder-source.ts'
import { readable } from '../../src/text/readable.ts'
import { verifyClaim } from '../../src/verify/claim.ts'
import { seedCorruptions, seededRandom } from './corruptions.ts'
import { paraphrases } from './paraphrases.ts'

interface Cited {
  readonly sentence: string
  readonly evidence: Parameters<typeof verifyClaim>[1]
}

const CORPUS = resolve(import.meta.dirname, '../../corpus')
/** A sentence shorter than this is a shout or a heading: it says nothing that can be checked. */
const LEAST_CHARACTERS = 8
const cited: Cited[] = []

beforeAll(async () => {
  for await (const item of folderSource(CORPUS).items()) {
    const document = await item.read()
    const about = {
      ...(document.organisation !== undefined && { organisation: document.organisation }),
      aliases: document.aliases,
      title: document.title,
    }
    for (const chunk of chunkDocument(document)) {
      const texts = [readable(document.text, chunk.range, chunk.gaps).text]
      for (const range of chunk.sentences) {
        const sentence = readable(document.text, range, chunk.gaps).text.trim()
        if (sentence.length >= LEAST_CHARACTERS) cited.push({ sentence, evidence: { texts, ...about } })
      }
    }
  }
})

const isCaught = ({ sentence, evidence }: Cited) =>
  ['unsupported', 'contradicted'].includes(verifyClaim(sentence, evidence).kind)

describe('verifyClaim', () => {
  it('believes every sentence that stands in its passage', () => {
    expect(cited.length).toBeGreaterThan(250)
    expect(cited.filter(isCaught)).toEqual([])
  })

  it('believes at least 97 of 100 true sentences said in other ways', () => {
    const random = seededRandom(7)
    const said = cited.flatMap(({ sentence, evidence }) =>
      paraphrases(sentence, random, evidence).map(({ text }) => ({ sentence: text, evidence })),
    )
    expect(said.length).toBeGreaterThan(500)
    expect(said.filter(isCaught).length / said.length).toBeLessThanOrEqual(0.03)
  })

  it('catches at least 97 of 100 corrupted sentences', () => {
    const random = seededRandom(11)
    const corrupted = cited.flatMap(({ sentence, evidence }) =>
      seedCorruptions(sentence, random).map(({ text }) => ({ sentence: text, evidence })),
    )
    expect(corrupted.length).toBeGreaterThan(250)
    expect(corrupted.filter(isCaught).length / corrupted.length).toBeGreaterThanOrEqual(0.97)
  })

  it('judges any two strings without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (claim, text) => {
        expect(verifyClaim(claim, { texts: [text] }).support).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })
})
