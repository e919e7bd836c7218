// When is no answer the right answer, and what is said then? The reason in words, and what is near.
import type { SearchResult } from '../search/passage.ts'
import type { RefusedAnswer } from './answer.ts'
import type { Findings } from './extract.ts'

/** Passages shown in place of an answer. */
const NEAREST = 3

/**
 * @param threshold confidence from 0 to 1 that an answer must have
 * @returns undefined when the question is answered
 */
export function refusalOf(
  { confidence, missing, candidates }: Findings,
  { passages, routing }: SearchResult,
  threshold: number,
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
  if (missing !== undefined) return { kind: 'refused', ...missing, nearest }
  if (confidence >= threshold && candidates.length > 0) return undefined
  return nothingFound({ passages })
}

/** Nothing that was found answers. */
export function nothingFound({ passages }: Pick<SearchResult, 'passages'>): RefusedAnswer {
  const where = passages[0]?.sectionPath.at(-1)
  const near = where === undefined ? '' : `最接近的内容在“${where}”。`
  return {
    kind: 'refused',
    reason: 'no-evidence',
    message: `报告里没有找到足以回答这个问题的内容。${near}`,
    missing: [],
    nearest: passages.slice(0, NEAREST),
  }
}
