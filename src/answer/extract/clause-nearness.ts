// Which sentence has a clause that says just what is asked? A second look at the likeliest, clause by clause.
import type { Embedder } from '../../embed/embedder.ts'
import type { Candidate } from './likelihood.ts'

/** Of an embedder, what this needs. */
export type ClauseEmbedder = Pick<Embedder, 'embedPassages' | 'embedQuery'>

/** Sentences looked at; eight hold the answer wherever twelve do, for two thirds of the work. */
const LOOKED_AT = 8
/** A sentence that is already likelier than this is rarely overtaken. */
const SURE = 0.8
/** Fitted as the weights of likelihood.ts, each half of the questions gaining .025 by the other's: a hundredth of a cosine is worth 0.46. */
const SHARPENED = 1.15
const WEIGHT = 46
/** What a sentence that wasn't looked at stands back by. */
const UNSEEN = -1.5
/** Clauses shorter than this join the next one: 同时， says nothing. */
const SHORTEST = 10
/** 1.5 KB each. */
const MOST_KEPT = 4_000

export interface ClauseReader {
  /** @returns the same candidates, most likely first, their likelihoods adding up to 1 */
  read(question: string, candidates: readonly Candidate[], signal?: AbortSignal): Promise<Candidate[]>
}

/** @param open called when the first question is unsure; the vectors of clauses are kept for the next */
export function createClauseReader(open: () => Promise<ClauseEmbedder>): ClauseReader {
  const kept = new Map<string, Float32Array>()

  async function vectorsOf(clauses: readonly string[], signal: AbortSignal | undefined): Promise<void> {
    const fresh = [...new Set(clauses)].filter((clause) => !kept.has(clause))
    if (fresh.length === 0) return
    const embedder = await open()
    const items = fresh.map((text) => ({ text, spans: [] }))
    const vectors = await embedder.embedPassages(items, signal && { signal })
    for (const [i, { vector }] of vectors.entries()) kept.set(fresh[i] ?? '', vector)
  }

  return {
    async read(question, candidates, signal) {
      const sure = candidates[0]?.likelihood ?? 1
      if (sure >= SURE || candidates.length < 2) return [...candidates]
      const seen = candidates.slice(0, LOOKED_AT).map(({ sentence }) => clausesOf(sentence.text))
      await vectorsOf(seen.flat(), signal)
      const asked = await (await open()).embedQuery(question, signal && { signal })
      const nearness = seen.map((clauses) => Math.max(...clauses.map((one) => dot(asked, kept.get(one)))))
      forgetOldest(kept)
      return weighed(candidates, nearness)
    },
  }
}

/** Cut at commas and all stronger marks, each part long enough to say something. */
export function clausesOf(text: string): string[] {
  const clauses: string[] = []
  let begun = ''
  for (const part of text.split(/(?<=[,，;；。！？!?：:])/u)) {
    begun += part
    if (begun.length < SHORTEST) continue
    clauses.push(begun)
    begun = ''
  }
  if (begun !== '') clauses.push(begun)
  return clauses
}

function weighed(candidates: readonly Candidate[], nearness: readonly number[]): Candidate[] {
  const nearest = Math.max(...nearness)
  const scores = candidates.map(({ likelihood }, i) => {
    const near = nearness[i]
    const before = SHARPENED * Math.log(Math.max(likelihood, Number.MIN_VALUE))
    return before + (near === undefined ? UNSEEN : WEIGHT * (near - nearest))
  })
  const best = Math.max(...scores)
  const shares = scores.map((score) => Math.exp(score - best))
  const sum = shares.reduce((total, share) => total + share, 0)
  return candidates
    .map((one, i) => ({ ...one, likelihood: (shares[i] ?? 0) / sum }))
    .sort((a, b) => b.likelihood - a.likelihood)
}

function dot(a: Float32Array, b: Float32Array | undefined): number {
  if (b === undefined) return -1
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}

function forgetOldest(kept: Map<string, unknown>): void {
  for (const clause of kept.keys()) {
    if (kept.size <= MOST_KEPT) return
    kept.delete(clause)
  }
}
