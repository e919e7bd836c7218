// How is a passage put for Dify? Its text under its headings, a score from 0 to 1, and where it stands.
import { rangeId } from '../../answer/permalink.ts'
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Passage } from '../../search/passage.ts'
import { fieldsOf, folderOf } from './metadata.ts'
import type { RetrievalRecord } from './retrieval-schemas.ts'
import { likelihoodOf } from './score.ts'

interface Held {
  readonly summary: DocumentSummary
  /** Of the document that the passage stands in. */
  readonly text: string
}

/**
 * A later passage never scores more than an earlier one: whoever sorts by score keeps our order.
 *
 * @param passages best first, with their signals
 * @param heldOf undefined when the document was removed meanwhile
 * @param link makes a path absolute
 */
export function recordsOf(
  passages: readonly Passage[],
  heldOf: (documentId: string) => Held | undefined,
  link: (path: string) => string,
): RetrievalRecord[] {
  let most = 1
  return passages.flatMap((passage) => {
    const held = heldOf(passage.document.id)
    if (held === undefined) return []
    most = Math.min(most, likelihoodOf(passage))
    return [recordOf(passage, held, most, link)]
  })
}

function recordOf(
  { sectionPath, text, range, document }: Passage,
  held: Held,
  score: number,
  link: (path: string) => string,
): RetrievalRecord {
  const { id, title, path, organisation, date, source } = held.summary
  const section = sectionPath.join(' > ')
  const folder = folderOf(path)
  return {
    // The text alone may not say whose report it is, and the text is all that Dify's model sees.
    content: section === '' ? text : `${section}\n${text}`,
    score: Math.round(score * 1000) / 1000,
    title: document.title,
    metadata: {
      document_id: id,
      title,
      path,
      ...(folder !== '' && { folder }),
      ...(organisation !== undefined && { organisation }),
      ...(date !== undefined && { date }),
      year: fieldsOf(held.summary).year.map(Number),
      ...(source !== undefined && { source }),
      section,
      url: link(`/d/${id}#${rangeId(held.text, range)}`),
      start: range.start,
      end: range.end,
    },
  }
}
