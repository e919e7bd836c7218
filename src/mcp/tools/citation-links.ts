// Which sections does an answer rest on? As links that a client may open as resources.
import type { ResourceLink } from '@modelcontextprotocol/server'
import type { Citation } from '../../answer/answer.ts'
import type { Service } from '../../service.ts'
import { sectionId, titleOf } from '../place.ts'
import { sectionAt } from '../reading.ts'
import { RESOURCE_TYPE, resourceUri } from '../resources.ts'

/** One link a section, in order of first citation; its name says which `[n]` it is for. */
export function citationLinks(citations: readonly Citation[], service: Service): ResourceLink[] {
  const bySection = new Map<string, Citation[]>()
  for (const citation of citations) {
    const document = service.document(citation.documentId)
    if (document === undefined) continue
    const uri = resourceUri(sectionId(document, sectionAt(document, citation.range.start) + 1))
    bySection.set(uri, [...(bySection.get(uri) ?? []), citation])
  }
  return [...bySection].map(([uri, cited]) => ({
    type: 'resource_link',
    uri,
    name: `${cited.map(({ n }) => `[${n}]`).join('')} ${titleOf(cited[0] ?? { title: '' }, cited[0]?.sectionPath ?? [])}`,
    description: cited.map(({ quote }) => quote).join('\n'),
    mimeType: RESOURCE_TYPE,
  }))
}
