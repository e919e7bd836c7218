// Which time does a question ask about, and of which times do the reports tell?
import type { DocumentSummary } from '../../collection/collection.ts'
import type { SearchResult } from '../../search/passage.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { NO_TIMES, type ReportTimes, timesOf } from './report-times.ts'

export interface AskedTime {
  readonly question: string
  /** Named in the question. */
  readonly years: readonly number[]
  /** How many or how much is asked, not when: a date that is planned is what a report can tell. */
  readonly isAmount: boolean
  /** Of the report. @param documentId whose */
  readonly timesOf: (documentId: string) => ReportTimes
}

const AMOUNTS: ReadonlySet<QuestionKind['kind']> = new Set(['count', 'share', 'money', 'rank'])

export function askedTime(
  { question, routing }: SearchResult,
  { kind }: QuestionKind,
  documents: readonly DocumentSummary[],
): AskedTime {
  return {
    question,
    years: routing.years,
    isAmount: AMOUNTS.has(kind),
    timesOf: (documentId) => {
      const document = documents.find(({ id }) => id === documentId)
      return document === undefined ? NO_TIMES : timesOf(document)
    },
  }
}
