// What proves an answer, in the forms that chat tools know? Annotations in the text, results of a search, plain addresses.
import * as z from 'zod'
import type { Answer, Citation } from '../../answer/answer.ts'
import type { Passage } from '../../search/passage.ts'

/** Makes an address absolute. */
export type Link = (path: string) => string

export const annotationSchema = z.strictObject({
  type: z.literal('url_citation'),
  url_citation: z.strictObject({
    start_index: z.int().min(0).describe('UTF-16 offset in `content` of the first `[n]` of this citation.'),
    end_index: z.int().min(0).describe('Offset after it.'),
    title: z.string(),
    url: z.url().describe('Opens the cited range lit.'),
  }),
})

export const searchResultSchema = z.strictObject({
  title: z.string(),
  url: z.url(),
  date: z.string().describe('Of the report: YYYY, YYYY-MM or YYYY-MM-DD.').optional(),
  snippet: z.string(),
})

type Annotation = z.infer<typeof annotationSchema>
type SearchResult = z.infer<typeof searchResultSchema>

export interface Evidence {
  /** One a citation, by its number. */
  readonly annotations: readonly Annotation[]
  /** The n-th is what `[n]` points at; of a refusal, what comes nearest. */
  readonly searchResults: readonly SearchResult[]
  /** Addresses, the n-th for `[n]`. */
  readonly citations: readonly string[]
}

/** @param content the text as it is sent, with its marks */
export function evidenceOf(answer: Answer, content: string, link: Link): Evidence {
  if (answer.kind === 'refused') {
    return { annotations: [], searchResults: passageResults(answer.nearest, link), citations: [] }
  }
  // Chat tools number what they are given by its place.
  const citations = answer.citations.toSorted((a, b) => a.n - b.n)
  const dates = new Map(answer.passages.map(({ document }) => [document.id, document.date]))
  return {
    annotations: citations.map((citation) => annotationOf(citation, content, link)),
    searchResults: citations.map((citation) => ({
      title: labelOf(citation),
      url: link(citation.url),
      ...dated(dates.get(citation.documentId)),
      snippet: snippetOf(citation.quote),
    })),
    citations: citations.map(({ url }) => link(url)),
  }
}

/** Best first. Their addresses hold offsets, which stay true until the report is learnt anew. */
export function passageResults(passages: readonly Passage[], link: Link): SearchResult[] {
  return passages.map(({ document, sectionPath, range, text }) => ({
    title: labelOf({ title: document.title, sectionPath }),
    url: link(`/d/${document.id}#${range.start}-${range.end}`),
    ...dated(document.date),
    snippet: snippetOf(text),
  }))
}

/** The report, and the section where it isn't the whole. */
export function labelOf({ title, sectionPath }: Pick<Citation, 'title' | 'sectionPath'>): string {
  const section = sectionPath.at(-1)
  return section === undefined || section === title ? title : `${title} › ${section}`
}

function annotationOf(citation: Citation, content: string, link: Link): Annotation {
  const mark = `[${citation.n}]`
  const at = content.indexOf(mark)
  const start = at === -1 ? content.length : at
  return {
    type: 'url_citation',
    url_citation: {
      start_index: start,
      end_index: Math.min(content.length, start + mark.length),
      title: labelOf(citation),
      url: link(citation.url),
    },
  }
}

/** Enough to know the place by, little enough for sixty of them. */
const SNIPPET_CHARACTERS = 200

/** On one line: a broken line of Chinese is joined without a blank. */
function snippetOf(text: string): string {
  const line = text
    .replace(/(?<=[\p{Script=Han}\p{P}])\s*\n\s*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  const characters = [...line]
  return characters.length <= SNIPPET_CHARACTERS
    ? line
    : `${characters.slice(0, SNIPPET_CHARACTERS - 1).join('')}…`
}

function dated(date: string | undefined): { date?: string } {
  return date === undefined ? {} : { date }
}
