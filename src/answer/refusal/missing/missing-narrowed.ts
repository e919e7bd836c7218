// Do the reports count only all, where some of them are asked for?
import { fittingRuns } from '../../likelihood/fitting.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { untold } from '../../likelihood/narrowed-only.ts'
import type { Narrowing } from '../../question/narrowed.ts'
import type { Missing } from './missing.ts'

/**
 * @param candidates most likely first, see `narrowedOnly`
 * @returns undefined where the likeliest sentence speaks of them, or another that does may answer
 */
export function missingNarrowed(
  narrowed: readonly Narrowing[],
  candidates: readonly Candidate[],
): Missing | undefined {
  const [best] = candidates
  const words = best === undefined ? [] : untold(narrowed, best).map(({ word }) => word)
  if (best === undefined || words.length === 0) return undefined
  if (fittingRuns([[best]], candidates)[0]?.[0]?.fit !== 0) return undefined
  return {
    reason: 'unknown-indicator',
    zh: {
      missing: words,
      message: `报告里有相近的数字，但没有单独说到${words.map((word) => `“${word}”`).join('、')}的。`,
    },
    en: {
      missing: words,
      message: `The reports have numbers that come close, but none of ${words.map((word) => `“${word}”`).join(', ')} alone.`,
    },
  }
}
