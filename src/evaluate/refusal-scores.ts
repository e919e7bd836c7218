// Is what the reports lack refused, and only that? At the threshold that is set, and what another one would do.
import type { Answer } from '../answer/answer.ts'
import { share } from './answer-scores.ts'
import { letThroughAt95 } from './let-through.ts'
import type { AskedCase } from './run.ts'

export interface RefusalReport {
  readonly refusedUnanswerable: number | null
  readonly refusedAnswerable: number | null
  /** By confidence: of the questions whose evidence was left out, those that are answered when 95 % of the others are. */
  readonly letThroughAt95: number | null
  /** Highest threshold first. */
  readonly tradeOff: readonly TradeOff[]
}

export interface TradeOff {
  readonly threshold: number
  /** Share of the answerable questions that are answered. */
  readonly kept: number
  /** Share of those without an answer, or with it left out, that are answered. */
  readonly letThrough: number
}

/** @returns null when nothing was asked that should be refused */
export function scoreRefusals(asked: readonly AskedCase[]): RefusalReport | null {
  const answered = asked.flatMap(({ case: { isAnswerable }, answer }) =>
    answer === undefined ? [] : [{ isAnswerable, answer }],
  )
  const answerable = answered.flatMap((one) => (one.isAnswerable ? [one.answer] : []))
  const unanswerable = answered.flatMap((one) => (one.isAnswerable ? [] : [one.answer]))
  const hidden = asked.flatMap((one) => one.hidden ?? [])
  if (unanswerable.length + hidden.length === 0) return null
  return {
    refusedUnanswerable: share(unanswerable, isRefused),
    refusedAnswerable: share(answerable, isRefused),
    letThroughAt95: letThroughAt95(answerable.map(confidenceOf), hidden.map(confidenceOf)) ?? null,
    tradeOff: tradeOffs(answerable.map(confidenceOf), [...unanswerable, ...hidden].map(confidenceOf)),
  }
}

/** Shares kept at which the curve is drawn. */
const KEPT = [0.8, 0.85, 0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98, 0.99, 1]

/** @returns one point for each share of the shown ones, the threshold that keeps just so many */
export function tradeOffs(shown: readonly number[], hidden: readonly number[]): TradeOff[] {
  const ranked = [...shown].sort((a, b) => b - a)
  const thresholds = new Set(KEPT.flatMap((kept) => ranked[Math.ceil(kept * ranked.length) - 1] ?? []))
  if (hidden.length === 0) return []
  return [...thresholds].map((threshold) => {
    const isAnswered = (confidence: number) => confidence >= threshold
    return { threshold, kept: share(shown, isAnswered) ?? 1, letThrough: share(hidden, isAnswered) ?? 0 }
  })
}

function isRefused({ kind }: Answer): boolean {
  return kind === 'refused'
}

/** An answer from the record needs no confidence. */
function confidenceOf({ kind, trace }: Answer): number {
  return trace?.confidence ?? (kind === 'answered' ? 1 : 0)
}
