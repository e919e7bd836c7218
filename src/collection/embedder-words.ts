// Which embedder is meant? Named so that two of the same name and dimension, with other weights, are told apart.
import type { Embedder } from '../embed/embedder.ts'

/** As many hex digits as two fingerprints in use will never share. */
const SHOWN_DIGITS = 8

export function embedderWords({
  id,
  dimension,
  fingerprint,
}: Pick<Embedder, 'id' | 'dimension' | 'fingerprint'>): string {
  return `${id} (${dimension} numbers, fingerprint ${fingerprint.slice(0, SHOWN_DIGITS)})`
}
