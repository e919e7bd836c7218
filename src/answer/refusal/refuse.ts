// When is no answer the right answer, and what is said then? The reason in words, and what is near.
import type { SearchResult } from '../../search/passage.ts'
import { type Language, languageOf } from '../../text/language.ts'
import type { RefusedAnswer } from '../answer.ts'
import type { Findings } from '../extract/find.ts'
import type { Missing } from './missing/missing.ts'

/** Passages shown in place of an answer. */
const NEAREST = 3

/**
 * @param threshold confidence from 0 to 1 that an answer must have
 * @param unmentionedWords looked up only when nothing answers
 * @returns undefined when the question is answered
 */
export function refusalOf(
  { confidence, missing, candidates }: Findings,
  result: SearchResult,
  threshold: number,
  unmentionedWords: () => readonly string[],
): RefusedAnswer | undefined {
  const { passages, routing } = result
  const nearest = passages.slice(0, NEAREST)
  if (routing.ambiguous !== undefined) {
    const { name, choices } = routing.ambiguous
    return {
      kind: 'refused',
      reason: 'ambiguous',
      message: ambiguousWords(
        name,
        choices.map(({ organisation }) => `“${organisation}”`),
      )[languageOf(result.question)],
      missing: [name],
      nearest,
      choices: choices.map(({ organisation, documentId, title }) => ({
        name: organisation,
        documentId,
        title,
      })),
    }
  }
  if (missing !== undefined) return missingFrom(missing, result)
  if (confidence >= threshold && candidates.length > 0) return undefined
  return nothingFound(result, unmentionedWords())
}

function ambiguousWords(name: string, bearers: readonly string[]): Readonly<Record<Language, string>> {
  return {
    zh: `“${name}”可以指${bearers.join('、')}，请说明问的是哪一家。`,
    en: `“${name}” may mean ${bearers.join(', ')}. Which one do you mean?`,
  }
}

const GREETING =
  /^(?:你好|您好|嗨|哈喽|早上好|晚上好|在吗|谢谢|多谢|再见|hi|hello|hey|thanks?(?: you)?|bye)[\s呀啊吗。，！!？?~.]*$/iu

const NO_QUESTION: Readonly<Record<Language, string>> = {
  zh: '这不是一个问题。可以问报告里的内容，例如某项数字、时间、人员、做法，或“有哪些报告？”。',
  en: 'This is no question. Ask what the reports say, such as a number, a date, a person, a way of working, or “Which reports are there?”.',
}

/** Nothing is asked: a greeting, or no word at all. */
export function refuseIdleTalk(question: string): RefusedAnswer | undefined {
  if (!GREETING.test(question.trim()) && /[\p{L}\p{N}]/u.test(question)) return undefined
  const message = NO_QUESTION[/\p{Script=Latin}/u.test(question) ? languageOf(question) : 'zh']
  return { kind: 'refused', reason: 'not-a-question', message, missing: [], nearest: [] }
}

/** Something asked for that the reports don't have. */
export function missingFrom(
  { reason, ...said }: Missing,
  { question, passages }: Pick<SearchResult, 'question' | 'passages'>,
): RefusedAnswer {
  return { kind: 'refused', reason, ...said[languageOf(question)], nearest: passages.slice(0, NEAREST) }
}

/**
 * Nothing that was found answers.
 *
 * @param words of the question that the reports don't have
 */
export function nothingFound(
  { question, passages }: Pick<SearchResult, 'question' | 'passages'>,
  words: readonly string[] = [],
): RefusedAnswer {
  const where = passages[0]?.sectionPath.at(-1)
  return {
    kind: 'refused',
    reason: 'no-evidence',
    message: (languageOf(question) === 'zh' ? nothingInChinese : nothingInEnglish)(words, where),
    missing: [...words],
    nearest: passages.slice(0, NEAREST),
  }
}

function nothingInChinese(words: readonly string[], where: string | undefined): string {
  const near = where === undefined ? '' : `最接近的内容在“${where}”。`
  const quoted = words.map((word) => `“${word}”`).join('、')
  const why = words.length === 0 ? '' : `（文中没有出现${quoted}）`
  return `报告里没有找到足以回答这个问题的内容${why}。${near}`
}

function nothingInEnglish(words: readonly string[], where: string | undefined): string {
  const near = where === undefined ? '' : ` The nearest passage is in “${where}”.`
  const quoted = words.map((word) => `“${word}”`).join(', ')
  const why = words.length === 0 ? '' : ` (${quoted} stands in none of them)`
  return `Nothing was found in the reports that answers this question${why}.${near}`
}
