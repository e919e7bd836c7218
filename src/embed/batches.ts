// Which texts share a forward pass? Those of like length, and never more than the processor's cache takes.

/**
 * Tokens in a batch, padding counted. On two cores short texts gain a third from 256 and nothing from more; long ones gain
 * nothing from company at all, and alone they hold up questions less and get vectors that don't depend on their neighbours
 * (the bundled weights round activations over the whole batch).
 */
const maxBatchTokens = 256

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
