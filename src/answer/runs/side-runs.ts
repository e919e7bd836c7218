// Two things are compared that stand in two places: which sentence tells of each?
import { fold } from '../../verify/fold.ts'
import { comparedThings } from '../derived/derive.ts'
import type { Candidate } from '../likelihood/likelihood.ts'
import type { Run } from './runs.ts'

/** Share of a side's words that its sentence must hold. */
const SIDE_HELD = 0.4

/**
 * The sentence of each, when both are plain.
 *
 * @param question without the names of organisations: every sentence of a report may hold its organisation's
 * @returns undefined where the ranking tells more
 */
export function sideRuns(question: string, candidates: readonly Candidate[]): Run[] | undefined {
  const sides = comparedThings(question)
  if (sides === undefined) return undefined
  const chosen = sides.map((side) => {
    const held = (one: Candidate) => {
      const text = fold(one.sentence.text)
      return [...side].filter((pair) => text.includes(pair)).length / side.size
    }
    const fitting = candidates.filter((one) => /\d/u.test(one.sentence.text) && held(one) >= SIDE_HELD)
    return fitting.reduce<Candidate | undefined>(
      (best, one) => (best === undefined || held(one) > held(best) ? one : best),
      undefined,
    )
  })
  const [first, second] = chosen
  if (first === undefined || second === undefined || first === second) return undefined
  return [[first], [second]]
}
