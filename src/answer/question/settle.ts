// Does the question itself say which of several bearers of a name is meant? 讲“…”的那家市二院, 港城那家市二院.

import type { Routing } from '../../search/passage.ts'
import { hanPairs } from '../../text/pairs.ts'
import { fold } from '../../verify/fold.ts'

/** What stands right before the name, tied to it by 的 or 那家: 讲“…”的那家, 港城的. */
const DESCRIBED = /(?<what>[^，,。；;？?]{2,24}?)(?:的?[那这]一?[家所座个]|的)$/u
const QUOTED = /[“「『《](?<word>[^”」』》]{2,20})[”」』》]/gu

/**
 * @param textOf the document's text; undefined for one that was removed
 * @returns the document that alone has the describing words; undefined when none or several have them
 */
export function settledDocument(
  question: string,
  ambiguous: NonNullable<Routing['ambiguous']>,
  textOf: (documentId: string) => string | undefined,
): string | undefined {
  const at = question.indexOf(ambiguous.name)
  const what = DESCRIBED.exec(question.slice(0, Math.max(0, at)))?.groups?.['what']
  if (what === undefined) return undefined
  const quoted = [...what.matchAll(QUOTED)].map(({ groups }) => groups?.['word'] ?? '')
  const words = (quoted.length > 0 ? quoted : hanPairs(what)).map(fold)
  const bearers = ambiguous.choices.filter(({ documentId }) => {
    const text = fold(textOf(documentId) ?? '')
    return words.some((word) => text.includes(word))
  })
  return bearers.length === 1 ? bearers[0]?.documentId : undefined
}
