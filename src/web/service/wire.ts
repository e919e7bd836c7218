// In which shapes does the service answer the pages? Its own types, as they look after a trip over HTTP.
import type { AnswerEvent, AskOptions } from '../../answer/answer.ts'
import type { Document } from '../../document/document.ts'
import type { SearchOptions } from '../../search/passage.ts'
import type { ServiceStatus } from '../../service.ts'
import type { Range } from '../../text/range.ts'

/** GET /api/status. */
export interface Status extends ServiceStatus {
  /** The reader may upload and delete reports. */
  readonly mayUpload: boolean
  /** Where reports are learnt from, on the machine of the service. */
  readonly folder?: string
}

/** GET /api/documents/{id}. */
export interface Report extends Omit<Document, 'sha256' | 'encoding' | 'dateFrom'> {
  /** As asked for: the file has held other content since, which is what this is. */
  readonly formerId?: string
}

/** GET /api/documents/{id}/ranges/{rangeId}. */
export interface CitedRange {
  readonly range: Range
  /** The cited words are no longer there; the range is the place nearest to where they stood. */
  readonly changed: boolean
}

export type AskRequest = Pick<AskOptions, 'history' | 'filters'> & { readonly question: string }
export type SearchRequest = Pick<SearchOptions, 'topK' | 'filters'> & { readonly question: string }

/** What a stream of POST /api/ask says; an `error` is thrown instead. */
export type AskEvent = Exclude<AnswerEvent, { kind: 'error' }>
