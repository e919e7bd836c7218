// What does answering need of the program? The search, the record, and nothing of how they are kept.
import type { DocumentSummary } from '../collection/collection.ts'
import type { Document } from '../document/document.ts'
import type { SearchOptions, SearchResult } from '../search/passage.ts'
import { fold } from '../verify/fold.ts'

export interface AnswerSources {
  search(question: string, options?: SearchOptions): Promise<SearchResult>
  documents(): readonly DocumentSummary[]
  document(id: string): Document | undefined
}

/** Folded as a question is, without blanks, so that a word is found across the ends of lines; undefined when it isn't held. */
export function foldedText(id: string, { document }: Pick<AnswerSources, 'document'>): string | undefined {
  const text = document(id)?.text
  return text === undefined ? undefined : fold(text).replace(/\s/gu, '')
}
