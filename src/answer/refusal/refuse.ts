// When is no answer the right answer, and what is said then? The reason in words, and what is near.
import type { SearchResult } from '../../search/passage.ts'
import type { RefusedAnswer } from '../answer.ts'
import type { Findings } from '../extract/extract.ts'
import type { Missing } from './missing.ts'

/** Passages shown in place of an answer. */
const NEAREST = 3

/**
 * @param threshold confidence from 0 to 1 that an answer must have
 * @param unmentionedWords looked up only when nothing answers
 * @returns undefined when the question is answered
 */
export function refusalOf(
  { confidence, missing, candidates }: Findings,
  { passages, routing }: SearchResult,
  threshold: number,
  unmentionedWords: () => readonly string[],
): RefusedAnswer | undefined {
  const nearest = passages.slice(0, NEAREST)
  if (routing.ambiguous !== undefined) {
    const { name, choices } = routing.ambiguous
    return {
      kind: 'refused',
      reason: 'ambiguous',
      message: `“${name}”可以指${choices.map(({ organisation }) => `“${organisation}”`).join('、')}，请说明问的是哪一家。`,
      missing: [name],
      nearest,
      choices: choices.map(({ organisation, documentId, title }) => ({
        name: organisation,
        documentId,
        title,
      })),
    }
  }
  if (missing !== undefined) return missingFrom(missing, { passages })
  if (confidence >= threshold && candidates.length > 0) return undefined
  return nothingFound({ passages }, unmentionedWords())
}

const GREETING =
  /^(?:你好|您好|嗨|哈喽|早上好|晚上好|在吗|谢谢|多谢|再见|hi|hello|hey|thanks?(?: you)?|bye)[\s呀啊吗。，！!？?~.]*$/iu

/** Nothing is asked: a greeting, or no word at all. */
export function refuseIdleTalk(question: string): RefusedAnswer | undefined {
  if (!GREETING.test(question.trim()) && /[\p{L}\p{N}]/u.test(question)) return undefined
  const message = '这不是一个问题。可以问报告里的内容，例如某项数字、时间、人员、做法，或“有哪些报告？”。'
  return { kind: 'refused', reason: 'not-a-question', message, missing: [], nearest: [] }
}

/** Something asked for that the reports don't have. */
export function missingFrom(missing: Missing, { passages }: Pick<SearchResult, 'passages'>): RefusedAnswer {
  return { kind: 'refused', ...missing, nearest: passages.slice(0, NEAREST) }
}

/**
 * Nothing that was found answers.
 *
 * @param words of the question that the reports don't have
 */
export function nothingFound(
  { passages }: Pick<SearchResult, 'passages'>,
  words: readonly string[] = [],
): RefusedAnswer {
  const where = passages[0]?.sectionPath.at(-1)
  const near = where === undefined ? '' : `最接近的内容在“${where}”。`
  const quoted = words.map((word) => `“${word}”`).join('、')
  const why = words.length === 0 ? '' : `（文中没有出现${quoted}）`
  return {
    kind: 'refused',
    reason: 'no-evidence',
    message: `报告里没有找到足以回答这个问题的内容${why}。${near}`,
    missing: [...words],
    nearest: passages.slice(0, NEAREST),
  }
}
