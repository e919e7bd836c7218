// Which sentences hold what the kind of question asks for, and when do they go before those that don't?
import type { QuestionKind } from '../question/question-kind.ts'
import type { Run } from '../runs/runs.ts'
import { isMeasured } from '../spans/answer-spans.ts'
import { type Candidate, reweighed } from './likelihood.ts'

/** What is left of the likelihood of a sentence that holds nothing of the kind asked for, beside one that does. */
const UNFIT = 0.1

/**
 * Asked in another language, words tell little of which sentence is meant, and what it must hold tells more: a number of what is
 * counted, a year, a person. Names in quotation marks and enumerations stand in too many sentences to tell.
 */
export function fittingFirst(
  asked: QuestionKind,
  isForeign: boolean,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const isPlain = isMeasured(asked) || asked.kind === 'person'
  if (!isForeign || !isPlain || !candidates.some(({ fit }) => fit === 1)) return candidates
  return reweighed(candidates, ({ fit }) => (fit > 0 ? 1 : UNFIT))
}

/** It must be so likely, beside the likeliest of all. */
const LIKELY = 0.5
/** And hold as many of the words asked about, this share at least: else its number or name is of another matter. */
const HELD = 0.3

/** The runs; where none of them holds anything of the kind asked for, the likeliest sentence that does and speaks of the matter. */
export function fittingRuns(runs: readonly Run[], candidates: readonly Candidate[]): readonly Run[] {
  const [best] = candidates
  if (best === undefined || runs.flat().some(({ fit }) => fit > 0)) return runs
  const fitting = candidates.find(({ fit }) => fit > 0)
  const isMeant =
    fitting !== undefined &&
    fitting.likelihood >= LIKELY * best.likelihood &&
    fitting.overlap >= Math.max(HELD, best.overlap)
  return isMeant ? [[fitting]] : runs
}
