// How often is the checking right? True and false claims, by hand and by rule, over invented passages and the corpus.
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sliceOf } from '../../src/text/range.ts'
import { splitSentences } from '../../src/text/sentences.ts'
import { verifyClaim } from '../../src/verify/claim.ts'
import type { Evidence } from '../../src/verify/comparison.ts'
import { seedCorruptions, seededRandom } from './corruptions.ts'
import { paraphrases } from './paraphrases.ts'

const CORPUS = resolve(import.meta.dirname, '../../corpus')
/** Characters of a passage that a claim cites. */
const PASSAGE = 400

interface ByHand {
  readonly evidence: readonly string[]
  readonly about?: Omit<Evidence, 'texts'>
  readonly true: readonly string[]
  readonly false: readonly string[]
}

interface Cited {
  readonly sentence: string
  readonly evidence: Evidence
}

const isFlagged = (claim: string, evidence: Evidence) =>
  ['unsupported', 'contradicted'].includes(verifyClaim(claim, evidence).kind)

describe('claims written by hand', () => {
  const cases = readFileSync(join(import.meta.dirname, 'claims.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as ByHand)
  const judged = (kind: 'true' | 'false') =>
    cases.flatMap((one) =>
      one[kind].map((claim) => ({
        claim,
        flagged: isFlagged(claim, { texts: one.evidence, ...one.about }),
      })),
    )

  it('are not called unsupported when they are true', () => {
    const all = judged('true')
    expect(all.length).toBeGreaterThanOrEqual(100)
    expect(all.filter(({ flagged }) => flagged).map(({ claim }) => claim)).toEqual([])
  })

  it('are caught when they are false, 97 of 100', () => {
    const all = judged('false')
    const missed = all.filter(({ flagged }) => !flagged).map(({ claim }) => claim)
    expect(all.length).toBeGreaterThanOrEqual(100)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(all.length * 0.03)
  })
})

describe('sentences of the corpus', () => {
  const cited = corpusSentences()
  const random = seededRandom(20)

  it('are supported by their own passages', () => {
    expect(cited.length).toBeGreaterThanOrEqual(150)
    const wrong = cited.filter(
      ({ sentence, evidence }) => verifyClaim(sentence, evidence).kind !== 'supported',
    )
    expect(wrong.map(({ sentence }) => sentence)).toEqual([])
  })

  it('are caught with a number, unit, year, organisation, name or denial changed, 97 of 100', () => {
    const missed: string[] = []
    let total = 0
    for (const { sentence, evidence } of [...cited, ...cited])
      for (const { kind, text } of seedCorruptions(sentence, random)) {
        total += 1
        if (!isFlagged(text, evidence)) missed.push(`${kind}: ${text}`)
      }
    expect(total).toBeGreaterThanOrEqual(300)
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(total * 0.03)
  })

  it('are not called unsupported when they are only said in another way, 97 of 100', () => {
    const wrong: string[] = []
    let total = 0
    for (const { sentence, evidence } of cited)
      for (const { how, text } of paraphrases(sentence, random, evidence)) {
        total += 1
        if (isFlagged(text, evidence)) wrong.push(`${how}: ${text}`)
      }
    expect(total).toBeGreaterThanOrEqual(500)
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(total * 0.03)
  })
})

/** Sentences of the reports that come with the program, each with a passage around it. */
function corpusSentences(): Cited[] {
  return readdirSync(CORPUS).flatMap((file) => {
    const paragraphs = readFileSync(join(CORPUS, file), 'utf8')
      .split(/\n+/u)
      .filter((line) => line.length >= 50)
    return paragraphs.flatMap((paragraph) => {
      const sentences = splitSentences(paragraph).map((range) => sliceOf(paragraph, range))
      return sentences
        .filter(({ length }) => length >= 12 && length <= 160)
        .map((sentence) => {
          const start = Math.max(0, paragraph.indexOf(sentence) - (PASSAGE - sentence.length) / 2)
          return { sentence, evidence: { texts: [paragraph.slice(start, start + PASSAGE)] } }
        })
    })
  })
}
