// Does a number stand beside a word that means what an English question counts?
import { dot } from '../../search/rank/sentences.ts'
import type { Range } from '../../text/range.ts'
import { countedNoun } from '../question/counted-noun.ts'
import { quantitiesOf } from '../spans/quantities.ts'
import { type TextVectors, wordsOf } from './word-vectors.ts'

/** The last word of what is counted; undefined where nothing is, or the word only asks. */
export function nounAmong(asked: string, wanted: readonly Range[]): number | undefined {
  const noun = countedNoun(asked)?.text.split(' ').at(-1)
  const at = wanted.findIndex(({ start, end }) => asked.slice(start, end) === noun)
  return at < 0 ? undefined : at
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
 * Best cosine of one word with those of each sentence that are looked at; -1 of none.
 *
 * @param word without what all words have in common, as those of the sentences
 */
export function nearest(
  word: Float32Array | undefined,
  sentences: readonly TextVectors[],
  lookedAt: readonly ReadonlySet<number>[],
): number[] {
  if (word === undefined) return []
  return sentences.map(({ words }, i) =>
    Math.max(-1, ...words.filter((_, k) => lookedAt[i]?.has(k)).map((one) => dot(word, one))),
  )
}
