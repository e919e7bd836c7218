// Text in, unit vectors out: what every embedder offers.
import type { Range } from '../text/range.ts'

export interface PassageInput {
  readonly text: string
  /** Sentences as UTF-16 ranges of `text`, in order; each gets a vector of its own from the same pass. */
  readonly spans: readonly Range[]
}

export interface PassageVectors {
  /** [dimension], unit length. */
  readonly vector: Float32Array
  /** One unit vector [dimension] a span, in the order of the spans. */
  readonly spanVectors: readonly Float32Array[]
}

export interface EmbedOptions {
  readonly signal?: AbortSignal
  /** Called after every batch with the passages done so far. */
  readonly onProgress?: (done: number) => void
}

export interface Embedder {
  /** Shown to people: the model's folder name or id. */
  readonly id: string
  /** Numbers in a vector. */
  readonly dimension: number
  /** Longest input in tokens; what is beyond is cut. */
  readonly maxTokens: number
  /** Hex sha256 over weights, tokenizer, pooling and prefixes: vectors of another fingerprint don't compare. */
  readonly fingerprint: string
  /** True: spans come out of their text's own pass, so that they cost nothing more and know what stands around them. */
  readonly spansInContext?: boolean
  /**
   * @returns same order as the items; every row finite and of unit length
   * @throws AppError `model-unavailable` | `upstream`; DOMException AbortError when the signal fires
   */
  embedPassages(items: readonly PassageInput[], options?: EmbedOptions): Promise<PassageVectors[]>
  /** @returns unit vector [dimension] */
  embedQuery(text: string, options?: EmbedOptions): Promise<Float32Array>
  /** For many passages that nobody waits for: the same vectors, without holding up questions. Absent where it makes no difference. */
  readonly background?: Embedder
  /** Closes `background` too. */
  close(): Promise<void>
}
