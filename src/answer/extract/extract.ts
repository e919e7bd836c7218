// Which sentences of the passages are the answer, and how sure is that? One run of sentences, or one for each organisation asked.
import type { SearchResult } from '../../search/passage.ts'
import { languageOf } from '../../text/language.ts'
import { fold } from '../../verify/fold.ts'
import type { Claim } from '../answer.ts'
import { derive } from '../derived/derive.ts'
import { askedTime } from '../likelihood/asked-time.ts'
import { countedInRow } from '../likelihood/counted-in-row.ts'
import { fittingFirst, fittingRuns } from '../likelihood/fitting.ts'
import { inTimeFirst } from '../likelihood/in-time.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { narrowedOnly } from '../likelihood/narrowed-only.ts'
import { rankedByMeaning } from '../likelihood/own-year.ts'
import { rightAmountFirst } from '../likelihood/right-amount.ts'
import { askedTerms } from '../likelihood/signals.ts'
import type { WordReader } from '../likelihood/word-nearness.ts'
import { allAsked } from '../question/all-asked.ts'
import { narrowings } from '../question/narrowed.ts'
import type { AnswerKind, QuestionKind } from '../question/question-kind.ts'
import { mayBeAnyone, tellsSomebody } from '../refusal/anyone.ts'
import { confidenceOf } from '../refusal/confidence.ts'
import { type Missing, missingKind, missingOrdinal, missingYear } from '../refusal/missing.ts'
import { missingActual } from '../refusal/missing-actual.ts'
import { missingAmount } from '../refusal/missing-amount.ts'
import { missingNarrowed } from '../refusal/missing-narrowed.ts'
import { missingNoun } from '../refusal/missing-noun.ts'
import { missingOrganisation } from '../refusal/missing-organisation.ts'
import { missingPart } from '../refusal/missing-part.ts'
import { missingTotal } from '../refusal/missing-total.ts'
import { onlyPlanned } from '../refusal/only-planned.ts'
import { datedRun } from '../runs/dated-run.ts'
import { wholeEnumerations } from '../runs/enumeration.ts'
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
  const { part } = asked
  const { result, tables } = readPassages(given, sources)
  // Which sentence is meant comes first; whether its number is the amount asked for is looked at then.
  const { amount: _, ...kind } = asked
  const { read, of } = await rankedByMeaning(result, kind, words, signal)
  const documents = sources.documents()
  const fitting = fittingFirst(asked, isForeign(result.question), read)
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
  const missing =
    unknown ??
    told ??
    onlyPlanned(time, candidates) ??
    missingYear(result.routing, candidates, documents, (id) => sources.document(id)?.text) ??
    missingOrdinal(result.question, candidates) ??
    // Whole documents are read for it, so only where a part is asked for.
    (part && given.routing.mode !== 'none' ? missingPart(part, textsOf(candidates, sources)) : undefined) ??
    missingNarrowed(narrowed, candidates) ??
    missingAmount(asked, askedTerms(result), candidates) ??
    missingKind(asked, candidates) ??
    missingNoun(asked, candidates, () => textsOf(candidates, sources)) ??
    missingTotal(result.question, candidates, () => textsOf(candidates, sources)) ??
    missingActual(result.question, candidates)
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

/**
 * The claims of the answer, the one that was counted or subtracted first.
 *
 * @returns what is missing where the sentences that speak of the matter don't hold what was asked for
 */
export function claimsFrom(
  result: SearchResult,
  { asked, candidates, confidence }: Findings,
  sources: AnswerSources,
): readonly Claim[] | Missing {
  const { question, routing } = result
  const chosen =
    sideRuns(result.asked ?? question, candidates) ??
    runsFor(routing, candidates, limitsOf(asked, isForeign(question)))
  const tight = chosen.map(tightened)
  const isThere = missingKind(asked, tight.flat()) === undefined
  const dated =
    isThere || !DATED.has(asked.kind) ? undefined : datedRun(result.asked ?? question, tight, candidates)
  const fitting = isThere ? tight : dated === undefined ? fittingRuns(tight, candidates) : [dated]
  const runs = asked.kind === 'list' ? wholeEnumerations(fitting, candidates) : fitting
  const terms = askedTerms(result)
  const shown = isMeasured(asked) ? runs.map((run) => run.map((one) => trimmed(one, asked, terms))) : runs
  const claims = claimsOf(shown, (id) => sources.document(id))
  const told = runs.flatMap((run) => run.map(({ sentence }) => sentence.text)).join('')
  const derived = derive(question, told)
  const isAnyone = mayBeAnyone(asked, routing, confidence) && tellsSomebody(question, told)
  if (derived === undefined) return (isAnyone ? undefined : missingKind(asked, runs.flat())) ?? claims
  const citations = claims.flatMap((claim) => claim.citations)
  const reason = { aspect: 'derived', found: true, text: derived.from, detail: `由引文推算：${derived.from}` }
  return [{ text: derived.text, citations, verdict: 'supported', reasons: [reason] }, ...claims]
}

/** Of these the answer may stand a sentence below what it is of. */
const DATED: ReadonlySet<AnswerKind> = new Set(['date', 'year'])

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
