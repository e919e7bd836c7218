// How much does a quantity grow? The slope of the straight line that fits its samples best.

/** @param {readonly { at: number, value: number }[]} samples `at` in any unit; the slope is per that unit */
export function slopeOf(samples) {
  const meanOf = (read) => samples.reduce((sum, sample) => sum + read(sample), 0) / samples.length
  const [meanAt, meanValue] = [meanOf(({ at }) => at), meanOf(({ value }) => value)]
  const spread = samples.reduce((sum, { at }) => sum + (at - meanAt) ** 2, 0)
  const together = samples.reduce((sum, { at, value }) => sum + (at - meanAt) * (value - meanValue), 0)
  return spread === 0 ? 0 : together / spread
}
