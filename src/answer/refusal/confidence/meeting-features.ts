// Does one sentence meet the question better than what stands around? A passage beside the one that answers is about the same
// matters and meets half the question in many sentences; an answer meets all of it in one.
import type { Candidate } from '../../likelihood/likelihood.ts'
import { USUAL_MEETING } from './refusal-weights.ts'

/** In cosines, see `Meeting`. */
export interface MeetingFeatures {
  /** How well the sentence that does it best meets the words asked about, and how well the likeliest meets the one it meets worst. */
  readonly met: number
  readonly metLeast: number
  /** How far the best meets them before the best of another passage, at most 0.3. */
  readonly ahead: number
  /** Of the question with the sentence nearest to it, each sentence read by itself; and how far that is above their mean. */
  readonly alone: number
  readonly aloneAhead: number
}

/** So far ahead is an only passage; further off says no more. */
const MOST_AHEAD = 0.3

/**
 * Where no words were compared, what they would say is taken to be as usual.
 *
 * @param candidates most likely first
 */
export function meetingFeatures(candidates: readonly Candidate[]): MeetingFeatures {
  const looked = candidates.flatMap(({ met, passage }) => (met === undefined ? [] : [{ ...met, passage }]))
  const [likeliest] = looked
  if (likeliest === undefined) return USUAL_MEETING
  const best = looked.reduce((most, one) => (one.mean > most.mean ? one : most), likeliest)
  const elsewhere = looked.filter(({ passage }) => passage.rank !== best.passage.rank)
  const alone = Math.max(...looked.map((one) => one.alone))
  return {
    met: best.mean,
    metLeast: likeliest.least,
    ahead: Math.min(MOST_AHEAD, ...elsewhere.map(({ mean }) => best.mean - mean)),
    alone,
    aloneAhead: alone - looked.reduce((sum, one) => sum + one.alone, 0) / looked.length,
  }
}
