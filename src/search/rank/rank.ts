// How well does each candidate answer? Its signals, what the answer must hold, and where the question was sent.
import type { ChunkRecord } from '../../collection/collection.ts'
import type { RecordCache } from '../derived/record-cache.ts'
import type { SearchIndex } from '../derived/search-index.ts'
import type { PassageSignals, SearchTrace } from '../passage.ts'
import type { AskedTerm } from '../question.ts'
import { readableText } from '../words/lexical-text.ts'
import { expectedAnswer } from './answer-type.ts'
import { type Accepted, findCandidates } from './candidates.ts'
import { fuseSignals } from './fuse.ts'
import { type Sample, spreadsOver } from './sample.ts'
import { bestSentence, dot } from './sentences.ts'
import { type Spread, spreadOf } from './standardise.ts'

/** In the scale of the fused score, where the best chunk has 2 to 3: a third of the way from the middle to the top. */
const ROUTE_BOOST = 0.5
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
  /** Passages. */
  readonly wanted: number
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
  const candidates = findCandidates(index, scores, asked.vector, asked.accepted, asked.wanted)
  const spreads = {
    bm25: spreadOf(heldScores(index, scores)),
    ...(asked.vector === undefined
      ? { similarity: NO_SPREAD, sentenceSimilarity: NO_SPREAD }
      : spreadsOver(sample, asked.vector)),
  }
  const compared = compare(parts, asked.vector, scores, candidates)
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

/** A removed chunk keeps its slot, with a score of 0, until the index is built anew; it says nothing of what is held. */
function heldScores({ table }: SearchIndex, scores: Float32Array): Float32Array {
  if (table.size === table.slots) return scores
  return scores.filter((_, slot) => table.documentAt(slot) !== undefined)
}

function byScore(a: RankedChunk, b: RankedChunk): number {
  return b.score - a.score || a.slot - b.slot
}

function liftAnswers(chunks: readonly RankedChunk[], question: string): RankedChunk[] {
  const holdsAnswer = expectedAnswer(question)
  if (holdsAnswer === undefined) return [...chunks]
  const lifted = chunks.map((chunk) => {
    if (!holdsAnswer(readableText(chunk.record.chunk))) return chunk
    const { score, signals } = chunk
    return {
      ...chunk,
      score: score + ANSWER_BOOST,
      signals: { ...signals, boost: signals.boost + ANSWER_BOOST },
    }
  })
  return lifted.sort(byScore)
}

interface Compared {
  readonly slot: number
  readonly record: ChunkRecord
  readonly sentence: number | undefined
  readonly values: { readonly bm25: number; readonly similarity: number; readonly sentenceSimilarity: number }
}

function compare(
  { index, records }: RankingParts,
  question: Float32Array | undefined,
  scores: Float32Array,
  slots: readonly number[],
): Compared[] {
  const ordinals = slots.map((slot) => index.table.ordinalAt(slot))
  const held = records.chunks(ordinals)
  return slots.flatMap((slot, i) => {
    const record = held.get(ordinals[i] ?? 0)
    // Removed from the collection since the last refresh.
    if (record === undefined) return []
    const best = question && bestSentence(question, record)
    const values = {
      bm25: scores[slot] ?? 0,
      similarity: question === undefined ? 0 : dot(question, record.vector),
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
