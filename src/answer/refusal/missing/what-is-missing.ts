// Is anything that the question asks for known to be missing?
import type { SearchResult } from '../../../search/passage.ts'
import type { AskedTime } from '../../likelihood/asked-time.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { askedTerms } from '../../likelihood/signals.ts'
import type { Narrowing } from '../../question/narrowed.ts'
import type { QuestionKind } from '../../question/question-kind.ts'
import type { AnswerSources } from '../../sources.ts'
import { type Missing, missingKind, missingOrdinal, missingYear } from './missing.ts'
import { missingActual } from './missing-actual.ts'
import { missingAmount } from './missing-amount.ts'
import { missingNarrowed } from './missing-narrowed.ts'
import { missingNoun } from './missing-noun.ts'
import { missingPart } from './missing-part.ts'
import { missingTotal } from './missing-total.ts'
import { onlyPlanned } from './only-planned.ts'

/** What was found so far. */
export interface Weighed {
  readonly asked: QuestionKind
  readonly narrowed: readonly Narrowing[]
  readonly time: AskedTime
  /** Most likely first. */
  readonly candidates: readonly Candidate[]
}

/**
 * The first thing that is missing, what tells most before what tells least.
 *
 * @returns undefined where nothing is known to be missing
 */
export function whatIsMissing(
  result: SearchResult,
  { asked, narrowed, time, candidates }: Weighed,
  sources: AnswerSources,
): Missing | undefined {
  const { question, routing } = result
  const { part } = asked
  const texts = () => textsOf(candidates, sources)
  return (
    onlyPlanned(time, candidates) ??
    missingYear(routing, candidates, sources.documents(), (id) => sources.document(id)?.text) ??
    missingOrdinal(question, candidates) ??
    // Whole documents are read for it, so only where a part is asked for.
    (part && routing.mode !== 'none' ? missingPart(part, texts()) : undefined) ??
    missingNarrowed(narrowed, candidates) ??
    missingAmount(asked, askedTerms(result), candidates) ??
    missingKind(asked, candidates) ??
    missingNoun(asked, candidates, texts) ??
    missingTotal(question, candidates, texts) ??
    missingActual(question, candidates)
  )
}

function textsOf(candidates: readonly Candidate[], sources: AnswerSources): readonly string[] {
  const ids = new Set(candidates.map(({ passage }) => passage.document.id))
  return [...ids].flatMap((id) => sources.document(id)?.text ?? [])
}
