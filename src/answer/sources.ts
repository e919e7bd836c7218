// What does answering need of the program? The search, the record, and nothing of how they are kept.
import type { DocumentSummary } from '../collection/collection.ts'
import type { Document } from '../document/document.ts'
import type { SearchOptions, SearchResult } from '../search/passage.ts'

export interface AnswerSources {
  search(question: string, options?: SearchOptions): Promise<SearchResult>
  documents(): readonly DocumentSummary[]
  document(id: string): Document | undefined
}
