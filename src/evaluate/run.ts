// Asking every question once: what came back, at which rank the answer stood, and how long it took.
import type { Answer } from '../answer/answer.ts'
import type { Answerer } from '../answer/answerer.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Passage, Searcher, SearchFilters } from '../search/passage.ts'
import type { EvalCase } from './cases.ts'

/** One signal alone; `fused` is what every search does. */
export const SINGLE_LEGS = ['bm25', 'similarity'] as const
export type SingleLeg = (typeof SINGLE_LEGS)[number]

export interface RunOptions {
  /** Passages asked for. */
  readonly topK: number
  /** Asks each question by each signal alone as well. */
  readonly legs?: boolean
  /** Asks each answerable question again with the documents that hold its answer left out. */
  readonly hideEvidence?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

export interface AskedCase {
  readonly case: EvalCase
  readonly passages: readonly Passage[]
  /** From 1; undefined: not found, or nothing to find. */
  readonly rank: number | undefined
  /** Of the fused search, its embedding included. */
  readonly durationMs: number
  /** Ranks by one signal alone; undefined when the legs weren't asked. */
  readonly legRanks: Readonly<Record<SingleLeg, number | undefined>> | undefined
  /** Undefined when only the search was asked. */
  readonly answer: Answer | undefined
  /** What was answered with the relevant documents left out; undefined when the evidence wasn't hidden. */
  readonly hidden: Answer | undefined
}

/** Who is asked. */
export interface Asked {
  readonly searcher: Searcher
  /** Absent: only the search is judged. */
  readonly answerer?: Answerer
}

/** @throws what the searcher throws; DOMException AbortError when the signal fires */
export async function askAll(
  parties: Asked,
  cases: readonly EvalCase[],
  options: RunOptions,
): Promise<AskedCase[]> {
  const asked: AskedCase[] = []
  for (const item of cases) {
    options.signal?.throwIfAborted()
    asked.push(await ask(parties, item, options))
    options.onProgress?.(asked.length, cases.length)
  }
  return asked
}

async function ask({ searcher, answerer }: Asked, item: EvalCase, options: RunOptions): Promise<AskedCase> {
  const { topK, signal } = options
  const common = { topK, ...(signal && { signal }) }
  const started = performance.now()
  const { passages } = await searcher.search(item.question, common)
  const durationMs = performance.now() - started
  const rankBy = async (leg: SingleLeg) =>
    item.rankOf((await searcher.search(item.question, { ...common, leg })).passages)
  return {
    case: item,
    passages,
    rank: item.isAnswerable ? item.rankOf(passages) : undefined,
    durationMs,
    legRanks:
      options.legs && item.isAnswerable
        ? { bm25: await rankBy('bm25'), similarity: await rankBy('similarity') }
        : undefined,
    answer: await answerer?.answerWhole(item.question, signalOf(options)),
    hidden:
      options.hideEvidence && item.isAnswerable ? await answerHidden(answerer, item, options) : undefined,
  }
}

async function answerHidden(
  answerer: Answerer | undefined,
  { question, relevantDocuments }: EvalCase,
  options: RunOptions,
): Promise<Answer | undefined> {
  const filters: SearchFilters = { excludeDocuments: relevantDocuments }
  return answerer?.answerWhole(question, { filters, ...signalOf(options) })
}

function signalOf({ signal }: RunOptions): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal }
}

/**
 * An embedder that keeps the vector of the last question: the legs and the hidden run ask the same question again right after
 * the timed search, which therefore always pays for its own embedding.
 */
export function keepLastQuery(embedder: Embedder): Embedder {
  let last: { readonly text: string; readonly vector: Promise<Float32Array> } | undefined
  return {
    id: embedder.id,
    dimension: embedder.dimension,
    maxTokens: embedder.maxTokens,
    fingerprint: embedder.fingerprint,
    spansInContext: embedder.spansInContext === true,
    embedPassages: (items, options) => embedder.embedPassages(items, options),
    embedQuery(text, options) {
      if (last?.text !== text) last = { text, vector: embedder.embedQuery(text, options) }
      return last.vector
    },
    close: () => embedder.close(),
  }
}
