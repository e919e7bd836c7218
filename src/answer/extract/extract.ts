// Which sentences of the passages are the answer, and how sure is that? One run of sentences, or one for each organisation asked.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { SearchResult } from '../../search/passage.ts'
import { languageOf } from '../../text/language.ts'
import { fold } from '../../verify/fold.ts'
import type { Claim } from '../answer.ts'
import { derive } from '../derived/derive.ts'
import { fittingFirst, fittingRuns } from '../likelihood/fitting.ts'
import { type AskedTime, inTimeFirst } from '../likelihood/in-time.ts'
import { type Candidate, rankCandidates } from '../likelihood/likelihood.ts'
import { meetsMore, withoutOwnYear } from '../likelihood/own-year.ts'
import { NO_TIMES, timesOf } from '../likelihood/report-times.ts'
import { askedTerms, signalsOf } from '../likelihood/signals.ts'
import type { WordReader } from '../likelihood/word-nearness.ts'
import { namedPart } from '../question/named-part.ts'
import { type QuestionKind, questionKind } from '../question/question-kind.ts'
import { confidenceOf } from '../refusal/confidence.ts'
import {
  type Missing,
  missingKind,
  missingOrdinal,
  missingOrganisation,
  missingYear,
} from '../refusal/missing.ts'
import { missingNoun } from '../refusal/missing-noun.ts'
import { missingPart } from '../refusal/missing-part.ts'
import { onlyPlanned } from '../refusal/only-planned.ts'
import { limitsOf, type RunLimits } from '../runs/run-limits.ts'
import { chooseRuns, type Run, tightened } from '../runs/runs.ts'
import { sideRuns } from '../runs/side-runs.ts'
import { trimmed } from '../runs/trim.ts'
import type { AnswerSources } from '../sources.ts'
import { isMeasured } from '../spans/answer-spans.ts'
import { readPassages } from '../table/read-passages.ts'
import { answerFromTables } from '../table/table-answer.ts'
import { claimsOf } from './claims.ts'

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
  const part = namedPart(given.asked ?? given.question)
  const asked: QuestionKind = { ...questionKind(given.question), ...(part !== undefined && { part }) }
  const { result, tables } = readPassages(given, sources)
  const { read, of } = await readMeaning(result, asked, words, signal)
  const documents = sources.documents()
  const fitting = fittingFirst(asked, isForeign(result.question), read)
  const time = timeOf(result, asked, documents)
  const candidates = isMeasured(asked) ? inTimeFirst(time, fitting) : fitting
  const unknown = await missingOrganisation(result.question, result.routing, documents, (words) =>
    isHeld(words, sources, signal),
  )
  const told = unknown === undefined ? answerFromTables(result, asked, tables) : undefined
  if (told !== undefined && !('reason' in told))
    return { asked, candidates, confidence: LOOKED_UP, missing: undefined, claims: told }
  const missing =
    unknown ??
    told ??
    onlyPlanned(time, candidates) ??
    missingYear(result.routing, candidates, documents, (id) => sources.document(id)?.text) ??
    missingOrdinal(result.question, candidates) ??
    // Whole documents are read for it, so only where a part is asked for.
    (part && given.routing.mode !== 'none' ? missingPart(part, textsOf(candidates, sources)) : undefined) ??
    missingKind(asked, candidates) ??
    missingNoun(asked, candidates)
  return {
    asked,
    candidates,
    confidence: missing === undefined ? confidenceOf(of, candidates) : 0,
    missing,
  }
}

function textsOf(candidates: readonly Candidate[], sources: AnswerSources): readonly string[] {
  const ids = new Set(candidates.map(({ passage }) => passage.document.id))
  return [...ids].flatMap((id) => sources.document(id)?.text ?? [])
}

/** The candidates, and the result of which they are: without the year that all reports have where it was all that was met. */
async function readMeaning(
  result: SearchResult,
  asked: QuestionKind,
  words: WordReader | undefined,
  signal: AbortSignal | undefined,
): Promise<{ readonly read: readonly Candidate[]; readonly of: SearchResult }> {
  const readOf = async (of: SearchResult) => {
    const ranked = rankCandidates(signalsOf(of, asked))
    return (await words?.read(of.asked ?? of.question, ranked, signal)) ?? ranked
  }
  const read = await readOf(result)
  const plain = withoutOwnYear(result)
  const [best] = read
  const isMet = plain === result || best === undefined || meetsMore(best, plain)
  return isMet ? { read, of: result } : { read: await readOf(plain), of: plain }
}

function timeOf(
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

const AMOUNTS: ReadonlySet<QuestionKind['kind']> = new Set(['count', 'share', 'money', 'rank'])

/**
 * The claims of the answer, the one that was counted or subtracted first.
 *
 * @returns what is missing where the sentences that speak of the matter don't hold what was asked for
 */
export function claimsFrom(
  result: SearchResult,
  asked: QuestionKind,
  candidates: readonly Candidate[],
  sources: AnswerSources,
): readonly Claim[] | Missing {
  const { question, routing } = result
  const chosen =
    sideRuns(result.asked ?? question, candidates) ??
    runsFor(routing, candidates, limitsOf(asked, isForeign(question)))
  const tight = chosen.map(tightened)
  const runs = missingKind(asked, tight.flat()) === undefined ? tight : fittingRuns(tight, candidates)
  const terms = askedTerms(result)
  const shown = isMeasured(asked) ? runs.map((run) => run.map((one) => trimmed(one, asked, terms))) : runs
  const claims = claimsOf(shown, (id) => sources.document(id))
  const derived = derive(question, runs.flatMap((run) => run.map(({ sentence }) => sentence.text)).join(''))
  if (derived === undefined) return missingKind(asked, runs.flat()) ?? claims
  const citations = claims.flatMap((claim) => claim.citations)
  const reason = { aspect: 'derived', found: true, text: derived.from, detail: `由引文推算：${derived.from}` }
  return [{ text: derived.text, citations, verdict: 'supported', reasons: [reason] }, ...claims]
}

function isForeign(question: string): boolean {
  return languageOf(question) !== 'zh'
}

/** Each organisation that was asked about speaks for itself; they share the room. */
function runsFor(
  { organisations, mode }: SearchResult['routing'],
  candidates: readonly Candidate[],
  limits: RunLimits,
): Run[] {
  if (mode !== 'filter' || organisations.length < 2) return chooseRuns(candidates, limits)
  const characters = Math.max(LEAST_CHARACTERS, (limits.characters * COMPARED) / organisations.length)
  return organisations.flatMap((organisation) => {
    const own = candidates.filter(({ passage }) => passage.document.organisation === organisation)
    const sum = own.reduce((total, { likelihood }) => total + likelihood, 0)
    const scaled = own.map((one) => ({ ...one, likelihood: one.likelihood / sum }))
    return chooseRuns(scaled, { ...limits, characters, runs: 1 })
  })
}

/** Two organisations side by side take more words than one, though not twice as many. */
const COMPARED = 1.5
const LEAST_CHARACTERS = 80

/** Looked for by a search: reading all reports through would keep everybody waiting where there are many. */
async function isHeld(
  words: string,
  sources: AnswerSources,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { passages } = await sources.search(words, signal && { signal })
  return passages.some(({ document: { title, organisation }, sectionPath, text }) =>
    fold([title, organisation ?? '', ...sectionPath, text].join('\n'))
      .replace(/[^\S\n]/gu, '')
      .includes(words),
  )
}
