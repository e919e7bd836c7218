// Which texts share a forward pass? Those of like length, and never more than the processor's cache takes.

/**
 * Tokens in a batch, padding counted. Measured on two cores: larger batches are no faster, since they only push the weights
 * out of the cache, and they take more memory and hold up questions for longer.
 */
export const maxBatchTokens = 512

/**
 * @param lengths in tokens
 * @returns indexes into `lengths`, each once; shortest first, so that padding is little
 */
export function batchByLength(lengths: readonly number[], maxTokens = maxBatchTokens): number[][] {
  const byLength = lengths.map((length, index) => ({ length, index })).sort((a, b) => a.length - b.length)
  const batches: number[][] = []
  let batch: number[] = []
  for (const { length, index } of byLength) {
    if (batch.length > 0 && (batch.length + 1) * length > maxTokens) {
      batches.push(batch)
      batch = []
    }
    batch.push(index)
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}
