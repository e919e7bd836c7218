// Does any number count what an English question counts? Else it is said of what there is none.
import type { Candidate } from '../likelihood/likelihood.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import type { Missing } from './missing.ts'

/** Cosine from which a word beside a number may mean the noun: of 40 questions the highest without an answer was .31. */
const MEANT = 0.3

/** An English question counts what the dictionary lacks, and no number stands beside a word that comes near it. */
export function missingNoun({ noun }: QuestionKind, candidates: readonly Candidate[]): Missing | undefined {
  const near = candidates.flatMap(({ met }) => met?.counted ?? [])
  if (noun === undefined || noun.chinese.length > 0 || near.length === 0) return undefined
  return Math.max(...near) >= MEANT ? undefined : uncounted(noun.text)
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
