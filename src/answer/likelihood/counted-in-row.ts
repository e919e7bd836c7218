// Does a row of a table count what is asked about? Its other numbers are of other things, whatever their unit.
import { pairsIn } from '../../text/pairs.ts'
import { fold } from '../../verify/fold.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import type { Candidate } from './likelihood.ts'

/** The same candidates; rows that neither have a column nor a name of what is counted hold nothing of the kind asked for. */
export function countedInRow(
  { kind, counted }: QuestionKind,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (kind !== 'count' || counted === undefined) return candidates
  const pairs = pairsIn(counted)
  return candidates.map((one) => {
    if (one.passage.kind !== 'table') return one
    const text = fold(one.sentence.text)
    return pairs.some((pair) => text.includes(pair)) ? one : { ...one, fit: 0 }
  })
}
