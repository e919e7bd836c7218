// How long does a question take?

export interface LatencyMs {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

/** Nearest-rank percentiles of durations in milliseconds; undefined for none. */
export function percentiles(durationsMs: readonly number[]): LatencyMs | undefined {
  if (durationsMs.length === 0) return undefined
  const sorted = [...durationsMs].sort((a, b) => a - b)
  return { p50: nearestRank(sorted, 0.5), p95: nearestRank(sorted, 0.95), p99: nearestRank(sorted, 0.99) }
}

function nearestRank(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
