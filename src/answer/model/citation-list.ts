// The citations of one answer: each range of a document once, numbered by first use.
import { pageAt } from '../../text/pages.ts'
import type { Citation } from '../answer.ts'
import { rangeId } from '../permalink.ts'
import type { Quotation } from './support.ts'

export interface CitationList {
  /** The citation of a quotation, made at its first use. */
  cite(quotation: Quotation): Citation
  all(): readonly Citation[]
}

export function createCitationList(): CitationList {
  const citations = new Map<string, Citation>()
  return {
    cite({ source: { document, passage }, range }) {
      const key = `${document.id} ${range.start} ${range.end}`
      const known = citations.get(key)
      if (known !== undefined) return known
      const page = pageAt(document.pages, range.start)
      const citation: Citation = {
        n: citations.size + 1,
        documentId: document.id,
        title: document.title,
        sectionPath: passage.sectionPath,
        range,
        ...(page !== undefined && { page }),
        quote: document.text.slice(range.start, range.end),
        url: `/d/${document.id}#${rangeId(document.text, range)}`,
      }
      citations.set(key, citation)
      return citation
    },
    all: () => [...citations.values()],
  }
}
