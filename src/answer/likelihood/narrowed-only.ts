// Does a sentence speak of those alone that are asked about? The number of all teachers isn't that of the women among them.
import { isNarrowed, type Narrowing } from '../question/narrowed.ts'
import type { Candidate } from './likelihood.ts'

/**
 * The same candidates; those that don't say of whom hold nothing of the kind asked for.
 *
 * @param narrowed of the question
 */
export function narrowedOnly(
  narrowed: readonly Narrowing[],
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (narrowed.length === 0) return candidates
  return candidates.map((one) => (untold(narrowed, one).length === 0 ? one : { ...one, fit: 0 }))
}

/** Words that are said neither in the sentence nor in the one before it nor in the headings above. */
export function untold(
  narrowed: readonly Narrowing[],
  { passage, sentence, index }: Candidate,
): readonly Narrowing[] {
  const before = passage.sentences?.[index - 1]?.text ?? ''
  const texts = [...passage.sectionPath.slice(1), before, sentence.text]
  return narrowed.filter((one) => !isNarrowed([one], texts))
}
