// Does a number stand beside a word that means what a question counts?
import { dot } from '../../search/rank/sentences.ts'
import type { Range } from '../../text/range.ts'
import { countedNoun } from '../question/counted-noun.ts'
import { measuredWords } from '../question/measured-words.ts'
import { quantitiesOf } from '../spans/quantities.ts'
import { type TextVectors, wordsOf } from './word-vectors.ts'

/** What a question counts: one thing, or what tells it from others as well (全职 and 兽医). */
export interface CountedWord {
  /** As the question has it, folded. */
  readonly text: string
  /** Indices of the words of the question that it is made of. */
  readonly parts: readonly number[]
}

/**
 * The last word of an English phrase, and the words of a Chinese one.
 *
 * @param asked folded question
 * @param wanted its words that are asked about
 */
export function countedWords(asked: string, wanted: readonly Range[]): CountedWord[] {
  const noun = countedNoun(asked)?.text.split(' ').at(-1)
  const english = wanted.findIndex(({ start, end }) => asked.slice(start, end) === noun)
  if (noun !== undefined) return english < 0 ? [] : [{ text: noun, parts: [english] }]
  return measuredWords(asked).flatMap(({ start, end }) => {
    const parts = wanted.flatMap((word, i) => (word.start < end && word.end > start ? [i] : []))
    return parts.length === 0 ? [] : [{ text: asked.slice(start, end), parts }]
  })
}

/** Characters around a number in which what it counts is named. */
const BESIDE = 10

/** Indices of the words that stand around a number. */
export function besideNumbers(text: string): ReadonlySet<number> {
  const quantities = quantitiesOf(text)
  return new Set(
    wordsOf(text).flatMap(({ start, end }, i) =>
      quantities.some((one) => start < one.end + BESIDE && end > one.start - BESIDE) ? [i] : [],
    ),
  )
}

/**
 * Best cosine of a word with those of each sentence that are looked at, the mean of its parts; -1 of none.
 *
 * @param parts without what all words have in common, as the words of the sentences
 */
export function nearest(
  parts: readonly Float32Array[],
  sentences: readonly TextVectors[],
  lookedAt: readonly ReadonlySet<number>[],
): number[] {
  return sentences.map(({ words }, i) => {
    const beside = words.filter((_, k) => lookedAt[i]?.has(k))
    const best = parts.map((part) => Math.max(-1, ...beside.map((one) => dot(part, one))))
    return best.reduce((sum, cosine) => sum + cosine, 0) / best.length
  })
}
