// What is said of the sentences that were found? One run of them, or one for each organisation asked; what follows from them first.
import type { SearchResult } from '../../search/passage.ts'
import { languageOf } from '../../text/language.ts'
import type { Claim } from '../answer.ts'
import { derive } from '../derived/derive.ts'
import { fittingRuns } from '../likelihood/fitting.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import { askedTerms } from '../likelihood/signals.ts'
import type { AnswerKind } from '../question/question-kind.ts'
import { mayBeAnyone, tellsSomebody } from '../refusal/anyone.ts'
import { type Missing, missingKind } from '../refusal/missing/missing.ts'
import { datedRun } from '../runs/dated-run.ts'
import { wholeEnumerations } from '../runs/enumeration.ts'
import { limitsOf, type RunLimits } from '../runs/run-limits.ts'
import { chooseRuns, type Run, tightened } from '../runs/runs.ts'
import { sideRuns } from '../runs/side-runs.ts'
import { trimmed } from '../runs/trim.ts'
import type { AnswerSources } from '../sources.ts'
import { isMeasured } from '../spans/answer-spans.ts'
import { claimsOf } from './claims.ts'
import type { Findings } from './find.ts'

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
    runsFor(routing, candidates, limitsOf(asked, languageOf(question) !== 'zh'))
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
