// Which sentences of the passages may be the answer, and how sure is that?
import type { SearchResult } from '../../search/passage.ts'
import { languageOf } from '../../text/language.ts'
import { fold } from '../../verify/fold.ts'
import type { Claim } from '../answer.ts'
import { askedTime } from '../likelihood/asked-time.ts'
import { countedInRow } from '../likelihood/counted-in-row.ts'
import { fittingFirst } from '../likelihood/fitting.ts'
import { inTimeFirst } from '../likelihood/in-time.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { narrowedOnly } from '../likelihood/narrowed-only.ts'
import { rankedByMeaning } from '../likelihood/own-year.ts'
import { rightAmountFirst } from '../likelihood/right-amount.ts'
import type { WordReader } from '../likelihood/word-nearness.ts'
import { allAsked } from '../question/all-asked.ts'
import { narrowings } from '../question/narrowed.ts'
import type { AnswerKind, QuestionKind } from '../question/question-kind.ts'
import { confidenceOf } from '../refusal/confidence/confidence.ts'
import type { Missing } from '../refusal/missing/missing.ts'
import { missingOrganisation } from '../refusal/missing/missing-organisation.ts'
import { whatIsMissing } from '../refusal/missing/what-is-missing.ts'
import type { AnswerSources } from '../sources.ts'
import { isMeasured } from '../spans/answer-spans.ts'
import { readPassages } from '../table/read-passages.ts'
import { answerFromTables } from '../table/table-answer.ts'

/** What was found, before it is put in words. */
export interface Findings {
  readonly asked: QuestionKind
  /** Most likely first. */
  readonly candidates: readonly Candidate[]
  /** 0 to 1; 0 where something asked for is missing. */
  readonly confidence: number
  readonly missing: Missing | undefined
  /** Where a table settles it: nothing needs to be chosen. */
  readonly claims?: readonly Claim[]
}

/** The question names the row and the column, and says nothing that the table doesn't have. */
const LOOKED_UP = 0.9

/** Of these the number of some may be asked for. */
const COUNTED: ReadonlySet<AnswerKind> = new Set(['count', 'share'])

/**
 * @param given of a search with `explain` and `sentences`
 * @param words takes a second look at the likeliest sentences; absent: the first ranking stands
 */
export async function findAnswer(
  given: SearchResult,
  sources: AnswerSources,
  words?: WordReader,
  signal?: AbortSignal,
): Promise<Findings> {
  const asked = allAsked(given)
  const { result, tables } = readPassages(given, sources)
  // Which sentence is meant comes first; whether its number is the amount asked for is looked at then.
  const { amount: _, ...kind } = asked
  const { read, of } = await rankedByMeaning(result, kind, words, signal)
  const documents = sources.documents()
  const fitting = fittingFirst(asked, languageOf(result.question) !== 'zh', read)
  const narrowed = COUNTED.has(asked.kind) ? narrowings(result.asked ?? result.question) : []
  const time = askedTime(result, asked, documents)
  const candidates = isMeasured(asked)
    ? narrowedOnly(narrowed, countedInRow(asked, rightAmountFirst(asked, inTimeFirst(time, fitting))))
    : fitting
  const unknown = await missingOrganisation(result.question, result.routing, documents, (words, ids) =>
    isHeld(words, ids, sources, signal),
  )
  const told = unknown === undefined ? answerFromTables(result, asked, narrowed, tables) : undefined
  if (told !== undefined && !('reason' in told))
    return { asked, candidates, confidence: LOOKED_UP, missing: undefined, claims: told }
  const missing = unknown ?? told ?? whatIsMissing(result, { asked, narrowed, time, candidates }, sources)
  return {
    asked,
    candidates,
    confidence: missing === undefined ? confidenceOf(of, candidates) : 0,
    missing,
  }
}

/** Looked for by a search: reading all reports through would keep everybody waiting where there are many. */
async function isHeld(
  words: string,
  documents: readonly string[] | undefined,
  sources: AnswerSources,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { passages } = await sources.search(words, {
    ...(documents && { filters: { documents } }),
    ...(signal && { signal }),
  })
  return passages.some(({ document: { title, organisation }, sectionPath, text }) =>
    fold([title, organisation ?? '', ...sectionPath, text].join('\n'))
      .replace(/[^\S\n]/gu, '')
      .includes(words),
  )
}
