// How often, and how high up, was the evidence found?
import type { Passage } from '../search/passage.ts'
import { squeeze } from './squeeze.ts'

/** A longer list than this is not looked at: no reader and no model is shown more. */
export const DEEPEST_RANK = 10

export interface RankScores {
  /** Answerable questions that the shares are taken over. */
  readonly questions: number
  readonly 'recall@1': number
  readonly 'recall@3': number
  readonly 'recall@5': number
  readonly 'recall@10': number
  /** Mean of 1 / rank, 0 where the evidence isn't among the first ten. */
  readonly 'mrr@10': number
}

/** Where one answerable question's evidence was found. */
export interface Finding {
  readonly type: string
  /** From 1; undefined: not found. */
  readonly rank: number | undefined
}

/**
 * Looks for the evidence in ranked passages: one evidence string lies in a passage, or the passage in it, white space aside.
 *
 * @returns the rank (from 1) of the first such passage, undefined when there is none
 */
export function rankOfEvidence(
  passages: readonly Passage[],
  evidence: readonly string[],
): number | undefined {
  const wanted = evidence.map(squeeze)
  const place = passages.findIndex((passage) => {
    const text = squeeze(passage.text)
    return text !== '' && wanted.some((string) => text.includes(string) || string.includes(text))
  })
  return place < 0 ? undefined : place + 1
}

/**
 * Ranks documents by their first passage and looks for a relevant one.
 *
 * @param relevant document ids
 * @returns its rank among the documents (from 1), undefined when none of them came back
 */
export function rankOfDocument(
  passages: readonly Passage[],
  relevant: ReadonlySet<string>,
): number | undefined {
  const ranked = [...new Set(passages.map((passage) => passage.document.id))]
  const place = ranked.findIndex((id) => relevant.has(id))
  return place < 0 ? undefined : place + 1
}

/** @returns undefined when nothing was asked that could be found */
export function scoreFindings(findings: readonly Finding[]): RankScores | undefined {
  if (findings.length === 0) return undefined
  const within = (k: number) => meanOf(findings, ({ rank }) => (rank !== undefined && rank <= k ? 1 : 0))
  return {
    questions: findings.length,
    'recall@1': within(1),
    'recall@3': within(3),
    'recall@5': within(5),
    'recall@10': within(10),
    'mrr@10': meanOf(findings, ({ rank }) => (rank !== undefined && rank <= DEEPEST_RANK ? 1 / rank : 0)),
  }
}

/** Scores of each type, types in alphabetical order. */
export function scoreByType(findings: readonly Finding[]): Record<string, RankScores> {
  const types = [...new Set(findings.map((finding) => finding.type))].sort()
  return Object.fromEntries(
    types.flatMap((type) => {
      const scores = scoreFindings(findings.filter((finding) => finding.type === type))
      return scores === undefined ? [] : [[type, scores]]
    }),
  )
}

function meanOf(findings: readonly Finding[], value: (finding: Finding) => number): number {
  return findings.reduce((sum, finding) => sum + value(finding), 0) / findings.length
}
