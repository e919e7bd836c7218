// May a sentence without a personal name tell who it was? A people, an army, or a name that no surname gives away.
import type { Routing } from '../../search/passage.ts'
import { fold } from '../../verify/fold.ts'
import { wordsOf } from '../../verify/words.ts'
import type { QuestionKind } from '../question/question-kind.ts'

/**
 * Of 150 questions of a public set that ask who, 43 were refused because no Chinese name was found in a sentence that answers: 忽必烈 and
 * 突厥人 look like any word. From this confidence on a sentence answers for nearly all of them.
 */
const SURE = 0.8

/**
 * Who holds a post is a person. And where the question names a house, all sentences are about the same matters and the confidence
 * tells less.
 *
 * @param confidence see confidence.ts
 */
export function mayBeAnyone(
  { kind, role, posts }: QuestionKind,
  { mode }: Routing,
  confidence: number,
): boolean {
  return (
    kind === 'person' && role === undefined && posts === undefined && mode === 'none' && confidence >= SURE
  )
}

/** Told of one who was named before. */
const UNNAMED = /^(?:因此|于是|后来|随后|此后|同年|其后|,)*(?:[他她]们?|其)/u

/** Whether what was chosen may name somebody: not where it begins with a pronoun, or says what the question says and no more. */
export function tellsSomebody(question: string, told: string): boolean {
  const asked = fold(question)
  const text = fold(told).trim()
  const isNew = (word: string) => /\p{Script=Han}{2}/u.test(word) && !asked.includes(word)
  return !UNNAMED.test(text) && wordsOf(text).some(isNew)
}
