// Does a number stand beside a word that means what a question counts?
import { dot } from '../../search/rank/sentences.ts'
import type { Range } from '../../text/range.ts'
import { countedNoun } from '../question/counted-noun.ts'
import { measuredNoun } from '../question/measured-noun.ts'
import { quantitiesOf } from '../spans/quantities.ts'
import { type TextVectors, wordsOf } from './word-vectors.ts'

/**
 * The words that name what is counted: the last one of an English phrase, those of a Chinese noun.
 *
 * @param asked folded question
 * @param wanted its words that are asked about
 * @returns indices of `wanted`; none where nothing is counted, or the words only ask
 */
export function nounAmong(asked: string, wanted: readonly Range[]): number[] {
  const english = countedNoun(asked)?.text.split(' ').at(-1)
  const noun = measuredNoun(asked)
  const isNoun = ({ start, end }: Range) =>
    noun === undefined ? asked.slice(start, end) === english : start < noun.end && end > noun.start
  return wanted.flatMap((word, i) => (isNoun(word) ? [i] : []))
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
 * Best cosine of a noun with the words of each sentence that are looked at; -1 of none.
 *
 * @param noun its words, without what all words have in common, as those of the sentences; the mean counts
 */
export function nearest(
  noun: readonly Float32Array[],
  sentences: readonly TextVectors[],
  lookedAt: readonly ReadonlySet<number>[],
): number[] {
  return sentences.map(({ words }, i) => {
    const beside = words.filter((_, k) => lookedAt[i]?.has(k))
    const best = noun.map((word) => Math.max(-1, ...beside.map((one) => dot(word, one))))
    return best.reduce((sum, cosine) => sum + cosine, 0) / best.length
  })
}
