// Does any number count what a question counts? Else it is said of what there is none.
import { EVERYDAY_WORDS } from '../../../search/everyday-words.ts'
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import type { QuestionKind } from '../../question/question-kind.ts'
import type { Missing } from './missing.ts'

/** Cosine from which a word beside a number may mean the English noun: of 40 questions the highest without an answer was .31. */
const MEANT = 0.3
/**
 * The same in one language, where a word that means the same is nearer. Of 170 questions that count something and have an answer none
 * had a word that the reports lacked with nothing as near as this; of those without an answer that had one the nearest was .375. Some
 * nouns in other words stay below it (开销 for 支出: .27), whose questions the confidence refuses as well.
 */
const MEANT_IN_CHINESE = 0.38

/**
 * A question counts what no number stands beside: in English what the dictionary lacks, in Chinese a noun, or a word that tells
 * it from others, that the reports don't have, nor any word beside a number that comes near it.
 *
 * @param texts of the reports; read only where no word comes near
 */
export function missingNoun(
  { kind, noun }: QuestionKind,
  candidates: readonly Candidate[],
  texts: () => readonly string[],
): Missing | undefined {
  const counted = candidates.flatMap(({ met }) => met?.counted ?? [])
  const least = noun === undefined ? MEANT_IN_CHINESE : MEANT
  const unmet = counted.filter(
    ({ text }) => !counted.some((one) => one.text === text && one.nearness >= least),
  )
  const [first] = unmet
  if (first === undefined || (noun !== undefined && noun.chinese.length > 0)) return undefined
  if (noun !== undefined) return uncounted(noun.text)
  if (kind !== 'count' && kind !== 'money' && kind !== 'share') return undefined
  const plain = texts().map((text) => fold(text).replace(/\s/gu, ''))
  const unheardOf = unmet.find(
    ({ text }) => ![text, ...(EVERYDAY_WORDS.get(text) ?? [])].some((word) => isIn(word, plain)),
  )
  return unheardOf && unheard(unheardOf.text)
}

function isIn(word: string, texts: readonly string[]): boolean {
  return texts.some((text) => text.includes(word))
}

function unheard(noun: string): Missing {
  return {
    reason: 'unknown-indicator',
    zh: { missing: [noun], message: `报告里没有出现“${noun}”，也没有找到意思相近的数字。` },
    en: {
      missing: [noun],
      message: `The reports don’t have “${noun}”, and no number of anything close to it was found.`,
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
