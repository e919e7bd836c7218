// How many questions without an answer get through when nearly all with one must?

/** Share of the answerable questions that must still be answered. */
const KEPT = 0.95

/**
 * @param shown confidence for each question with its evidence in place
 * @param hidden confidence for each question with its evidence left out
 * @returns share of the hidden ones at or above the bar that 95 % of the shown ones reach; undefined when either is empty
 */
export function letThroughAt95(shown: readonly number[], hidden: readonly number[]): number | undefined {
  const ranked = [...shown].sort((a, b) => b - a)
  const bar = ranked[Math.ceil(KEPT * ranked.length) - 1]
  if (bar === undefined || hidden.length === 0) return undefined
  return hidden.filter((confidence) => confidence >= bar).length / hidden.length
}
