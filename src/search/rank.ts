// How well does each candidate answer? Its signals, what the answer must hold, and where the question was sent.
import type { ChunkRecord } from '../collection/collection.ts'
import { expectedAnswer } from './answer-type.ts'
import { type Accepted, findCandidates } from './candidates.ts'
import { fuseSignals } from './fuse.ts'
import { readableText } from './lexical-text.ts'
import type { PassageSignals, SearchTrace } from './passage.ts'
import type { AskedTerm } from './question.ts'
import type { RecordCache } from './record-cache.ts'
import { type Sample, spreadsOver } from './sample.ts'
import type { SearchIndex } from './search-index.ts'
import { bestSentence } from './sentences.ts'
import { type Spread, spreadOf, standardise } from './standardise.ts'

/** Candidates whose sentences are compared; a large collection reads each from the disk. */
const MAX_COMPARED = 100
/** In the scale of the fused score, where the best chunk has 2 to 3: a third of the way from the middle to the top. */
const ROUTE_BOOST = 0.5
/** Candidates whose text is read for what the answer must hold. */
const MAX_READ = 30
/** Enough to turn the order of neighbours, never to lift a chunk from the middle of the list. */
const ANSWER_BOOST = 0.3

export interface RankedChunk {
  readonly slot: number
  readonly record: ChunkRecord
  readonly score: number
  /** Index into the chunk's sentences. */
  readonly sentence: number | undefined
  readonly signals: PassageSignals
}

export interface Asked {
  readonly question: string
  /** Undefined: only words are compared. */
  readonly vector: Float32Array | undefined
  readonly terms: readonly AskedTerm[]
  readonly accepted: Accepted
  /** Whether the question was probably sent to this document. */
  readonly isLikely: (documentId: string) => boolean
}

export interface RankingParts {
  readonly index: SearchIndex
  readonly records: RecordCache
  readonly sample: Sample
}

export interface Ranking {
  /** Best first; ties by slot. */
  readonly chunks: readonly RankedChunk[]
  readonly weights: SearchTrace['weights']
  readonly candidates: number
}

const NO_SPREAD: Spread = { mean: 0, deviation: 1 }

export function rankChunks(parts: RankingParts, asked: Asked): Ranking {
  const { index, sample } = parts
  const scores = index.bm25.score(asked.terms)
  const candidates = findCandidates(index, scores, asked.vector, asked.accepted)
  const spreads = {
    bm25: spreadOf(scores),
    ...(asked.vector === undefined
      ? { similarity: NO_SPREAD, sentenceSimilarity: NO_SPREAD }
      : spreadsOver(sample, asked.vector)),
  }
  const compared = compare(parts, asked, scores, mostLikely(parts, asked, candidates, scores, spreads))
  const { weights, scored } = fuseSignals({
    signals: compared.map(({ values }) => values),
    spreads,
    coverage: coverageOf(index, asked.terms, compared, scores),
  })
  const chunks = compared.map(({ slot, record, sentence, values }, i): RankedChunk => {
    const { z, score } = scored[i] ?? { z: values, score: 0 }
    const boost = asked.isLikely(record.chunk.documentId) ? ROUTE_BOOST : 0
    return { slot, record, sentence, score: score + boost, signals: { ...values, z, boost } }
  })
  return { chunks: liftAnswers(chunks.sort(byScore), asked.question), weights, candidates: candidates.length }
}

function byScore(a: RankedChunk, b: RankedChunk): number {
  return b.score - a.score || a.slot - b.slot
}

function liftAnswers(chunks: readonly RankedChunk[], question: string): RankedChunk[] {
  const holdsAnswer = expectedAnswer(question)
  if (holdsAnswer === undefined) return [...chunks]
  const lifted = chunks.map((chunk, place) => {
    if (place >= MAX_READ || !holdsAnswer(readableText(chunk.record.chunk))) return chunk
    const { score, signals } = chunk
    return {
      ...chunk,
      score: score + ANSWER_BOOST,
      signals: { ...signals, boost: signals.boost + ANSWER_BOOST },
    }
  })
  return lifted.sort(byScore)
}

/** Cheap signals decide which candidates are read and compared sentence by sentence. */
function mostLikely(
  { index }: RankingParts,
  { vector }: Asked,
  candidates: readonly number[],
  scores: Float32Array,
  spreads: { readonly bm25: Spread; readonly similarity: Spread },
): readonly number[] {
  if (candidates.length <= MAX_COMPARED || vector === undefined) return candidates.slice(0, MAX_COMPARED)
  const similarities = index.vectors.similarities(
    vector,
    candidates.map((slot) => index.table.ordinalAt(slot)),
  )
  const zs = candidates.map((slot, i) => ({
    slot,
    bm25: standardise(scores[slot] ?? 0, spreads.bm25),
    similarity: standardise(similarities[i] ?? 0, spreads.similarity),
  }))
  const best = { bm25: 1, similarity: 1 }
  for (const { bm25, similarity } of zs) {
    best.bm25 = Math.max(best.bm25, bm25)
    best.similarity = Math.max(best.similarity, similarity)
  }
  return zs
    .map(({ slot, bm25, similarity }) => ({ slot, sum: bm25 / best.bm25 + similarity / best.similarity }))
    .sort((a, b) => b.sum - a.sum || a.slot - b.slot)
    .slice(0, MAX_COMPARED)
    .map(({ slot }) => slot)
}

interface Compared {
  readonly slot: number
  readonly record: ChunkRecord
  readonly sentence: number | undefined
  readonly values: { readonly bm25: number; readonly similarity: number; readonly sentenceSimilarity: number }
}

function compare(
  { index, records }: RankingParts,
  { vector }: Asked,
  scores: Float32Array,
  slots: readonly number[],
): Compared[] {
  const ordinals = slots.map((slot) => index.table.ordinalAt(slot))
  const similarities = vector && index.vectors.similarities(vector, ordinals)
  const held = records.chunks(ordinals)
  return slots.flatMap((slot, i) => {
    const record = held.get(ordinals[i] ?? 0)
    // Removed from the collection since the last refresh.
    if (record === undefined) return []
    const best = vector && bestSentence(vector, record)
    const values = {
      bm25: scores[slot] ?? 0,
      similarity: similarities?.[i] ?? 0,
      sentenceSimilarity: best?.similarity ?? 0,
    }
    return [{ slot, record, sentence: best?.index, values }]
  })
}

/** Share of the asker's own words that the lexically best candidate holds, official words for them included. */
function coverageOf(
  { bm25 }: SearchIndex,
  terms: readonly AskedTerm[],
  compared: readonly Compared[],
  scores: Float32Array,
): number {
  const own = terms.reduce((sum, { idf, isOwn }) => sum + (isOwn ? idf : 0), 0)
  const best = compared.reduce<Compared | undefined>(
    (found, one) =>
      found === undefined || (scores[one.slot] ?? 0) > (scores[found.slot] ?? 0) ? one : found,
    undefined,
  )
  return own === 0 || best === undefined ? 0 : Math.min(1, bm25.heldWeight(terms, best.slot) / own)
}
