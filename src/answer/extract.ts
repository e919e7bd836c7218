// Which sentences of the passages are the answer, and how sure is that? One run of sentences, or one for each organisation asked.
import type { SearchResult } from '../search/passage.ts'
import { fold } from '../verify/fold.ts'
import type { Claim } from './answer.ts'
import { claimsOf } from './claims.ts'
import { confidenceOf } from './confidence.ts'
import { derive } from './derive.ts'
import { type Candidate, rankCandidates } from './likelihood.ts'
import { type Missing, missingKind, missingOrdinal, missingOrganisation, missingYear } from './missing.ts'
import { type QuestionKind, questionKind } from './question-kind.ts'
import { chooseRuns, limitsOf, type Run, type RunLimits } from './runs.ts'
import { signalsOf } from './signals.ts'
import type { AnswerSources } from './sources.ts'

/** What was found, before it is put in words. */
export interface Findings {
  readonly asked: QuestionKind
  /** Most likely first. */
  readonly candidates: readonly Candidate[]
  /** 0 to 1; 0 where something asked for is missing. */
  readonly confidence: number
  readonly missing: Missing | undefined
}

/** @param result of a search with `explain` and `sentences` */
export function findAnswer(result: SearchResult, sources: AnswerSources): Findings {
  const asked = questionKind(result.question)
  const candidates = rankCandidates(signalsOf(result, asked))
  const documents = sources.documents()
  const missing =
    missingOrganisation(result.question, result.routing, documents, (words) => isHeld(words, sources)) ??
    missingYear(result.routing, candidates, documents) ??
    missingOrdinal(result.question, candidates) ??
    missingKind(asked, candidates)
  return {
    asked,
    candidates,
    confidence: missing === undefined ? confidenceOf(result, candidates) : 0,
    missing,
  }
}

/** The claims of the answer, the one that was counted or subtracted first. */
export function claimsFrom(
  { question, routing }: SearchResult,
  asked: QuestionKind,
  candidates: readonly Candidate[],
  sources: AnswerSources,
): Claim[] {
  const runs = runsFor(routing, candidates, limitsOf(asked))
  const claims = claimsOf(runs, (id) => sources.document(id))
  const derived = derive(question, runs.flatMap((run) => run.map(({ sentence }) => sentence.text)).join(''))
  if (derived === undefined) return claims
  const citations = claims.flatMap((claim) => claim.citations)
  const reason = { aspect: 'derived', found: true, text: derived.from, detail: `由引文推算：${derived.from}` }
  return [{ text: derived.text, citations, verdict: 'supported', reasons: [reason] }, ...claims]
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

function isHeld(words: string, sources: AnswerSources): boolean {
  return sources.documents().some(({ id }) => {
    const text = sources.document(id)?.text
    return text !== undefined && fold(text).replace(/\s/gu, '').includes(words)
  })
}
