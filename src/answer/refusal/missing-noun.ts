// Does any number count what a question counts? Else it is said of what there is none.
import { EVERYDAY_WORDS } from '../../search/everyday-words.ts'
import { fold } from '../../verify/fold.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { measuredNoun } from '../question/measured-noun.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import type { Missing } from './missing.ts'

/** Cosine from which a word beside a number may mean the English noun: of 40 questions the highest without an answer was .31. */
const MEANT = 0.3
/**
 * The same in one language, where a noun that means the same is nearer: of 300 questions the lowest with an answer had .53, the
 * highest of those without that had no such word .38.
 */
const MEANT_IN_CHINESE = 0.42

/**
 * A question counts what no number stands beside: in English what the dictionary lacks, in Chinese a noun that the reports don't
 * have, nor any word beside a number that comes near it.
 *
 * @param question that the candidates were read for
 * @param texts of the reports; asked only where no word comes near
 */
export function missingNoun(
  { kind, noun }: QuestionKind,
  question: string,
  candidates: readonly Candidate[],
  texts: () => readonly string[],
): Missing | undefined {
  const near = Math.max(...candidates.flatMap(({ met }) => met?.counted ?? []))
  if (near === Number.NEGATIVE_INFINITY) return undefined
  if (noun !== undefined) return noun.chinese.length > 0 || near >= MEANT ? undefined : uncounted(noun.text)
  const isAmount = kind === 'count' || kind === 'money' || kind === 'share'
  const folded = fold(question)
  const range = measuredNoun(folded)
  if (!isAmount || range === undefined || near >= MEANT_IN_CHINESE) return undefined
  const word = folded.slice(range.start, range.end)
  if (EVERYDAY_WORDS.has(word)) return undefined
  const isHeld = texts().some((text) => fold(text).replace(/\s/gu, '').includes(word))
  return isHeld ? undefined : unheard(word)
}

function unheard(noun: string): Missing {
  return {
    reason: 'unknown-indicator',
    zh: { missing: [noun], message: `报告里没有出现“${noun}”，也没有意思相近的数字。` },
    en: {
      missing: [noun],
      message: `The reports neither have “${noun}” nor a number of anything close to it.`,
    },
  }
}

/** What is said where nothing counts it. */
export function uncounted(noun: string): Missing {
  return {
    reason: 'unknown-indicator',
    zh: { missing: [noun], message: `报告里找到了相近的内容和数字，但没有一个是“${noun}”的数量。` },
    en: {
      missing: [noun],
      message: `The reports have something close, with numbers, but none counts “${noun}”.`,
    },
  }
}
