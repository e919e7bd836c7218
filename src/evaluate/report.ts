// What does `wenbao eval --json` say? Shares from 0 to 1; what a run doesn't measure is null.

import { type AnswerReport, type JudgedAnswer, judgeAnswer, scoreAnswers } from './answer-scores.ts'
import type { LatencyMs } from './latency.ts'
import { percentiles } from './latency.ts'
import { type RefusalReport, scoreRefusals } from './refusal-scores.ts'
import type { Finding, RankScores } from './retrieval-scores.ts'
import { DEEPEST_RANK, scoreByType, scoreFindings } from './retrieval-scores.ts'
import type { AskedCase, SingleLeg } from './run.ts'

export interface RetrievalReport extends RankScores {
  /** Mean length of the passages returned, the first ten of each question. */
  readonly meanPassageChars: number
  readonly byType: Readonly<Record<string, RankScores>>
}

export interface EvalReport {
  /** All that were asked, the unanswerable ones included. */
  readonly questions: number
  /** Over the answerable questions. */
  readonly retrieval: RetrievalReport | null
  readonly answer: AnswerReport | null
  readonly refusal: RefusalReport | null
  readonly latencyMs: LatencyMs | null
  /** The signals alone beside the fused score, same questions; only where they were asked. */
  readonly legs?: Readonly<Record<SingleLeg | 'fused', RankScores>>
}

/** @param textOf text of a document; undefined for one that isn't held */
export function buildReport(
  asked: readonly AskedCase[],
  textOf: (documentId: string) => string | undefined,
): EvalReport {
  const legs = legScores(asked)
  const judged = asked.flatMap((one): JudgedAnswer[] =>
    one.answer === undefined ? [] : [judgeAnswer(one.case, one.answer, textOf)],
  )
  return {
    questions: asked.length,
    retrieval: retrievalOf(asked),
    answer: scoreAnswers(judged),
    refusal: scoreRefusals(asked),
    latencyMs: percentiles(asked.map((one) => one.durationMs)) ?? null,
    ...(legs && { legs }),
  }
}

function retrievalOf(asked: readonly AskedCase[]): RetrievalReport | null {
  const findings = findingsOf(asked, (one) => one.rank)
  const scores = scoreFindings(findings)
  if (scores === undefined) return null
  return { ...scores, meanPassageChars: meanPassageChars(asked), byType: scoreByType(findings) }
}

function legScores(asked: readonly AskedCase[]): EvalReport['legs'] {
  if (!asked.some((one) => one.legRanks)) return undefined
  const bm25 = scoreFindings(findingsOf(asked, (one) => one.legRanks?.bm25))
  const similarity = scoreFindings(findingsOf(asked, (one) => one.legRanks?.similarity))
  const fused = scoreFindings(findingsOf(asked, (one) => one.rank))
  return bm25 && similarity && fused && { bm25, similarity, fused }
}

function findingsOf(asked: readonly AskedCase[], rank: (one: AskedCase) => number | undefined): Finding[] {
  return asked.filter((one) => one.case.isAnswerable).map((one) => ({ type: one.case.type, rank: rank(one) }))
}

function meanPassageChars(asked: readonly AskedCase[]): number {
  const lengths = asked.flatMap((one) =>
    one.passages.slice(0, DEEPEST_RANK).map((passage) => passage.text.length),
  )
  return lengths.length === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / lengths.length
}
