// How good is the search over corpus/ with the bundled model? Measured as `wenbao eval` does it; a fall below fails the build.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderSource } from '../../src/collection/folder-source.ts'
import { readConfig } from '../../src/config.ts'
import { openEmbedder } from '../../src/embed/open.ts'
import { type Evaluation, evaluateQuestions } from '../../src/evaluate/evaluate.ts'
import { parseQuestions } from '../../src/evaluate/questions.ts'
import { keepLastQuery } from '../../src/evaluate/run.ts'
import { missedThresholds, parseThreshold } from '../../src/evaluate/thresholds.ts'
import { openMemoryParts } from '../../src/memory-parts.ts'

const CASES = new URL('cases.jsonl', import.meta.url)
const { corpusFolder, embedder: settings } = readConfig({}, fileURLToPath(new URL('.', import.meta.url)))

/** Just below what is measured, so that a change for the worse is seen and the rounding of another processor isn't. */
const LEAST = ['recall@1=0.85', 'recall@3=0.96', 'recall@5=0.97', 'recall@10=0.98', 'mrr@10=0.9']

let evaluation: Evaluation
beforeAll(async () => {
  const embedder = await openEmbedder(settings)
  const parts = await openMemoryParts(keepLastQuery(embedder))
  try {
    const questions = parseQuestions(readFileSync(CASES, 'utf8'), 'cases.jsonl')
    evaluation = await evaluateQuestions(parts, folderSource(corpusFolder), questions, { legs: true })
  } finally {
    await parts.close()
    await embedder.close()
  }
})

describe('the search over corpus/', () => {
  it('can be judged: every report is learnt and all evidence stands in one', () => {
    expect(evaluation.learnt.outcomes.map((outcome) => outcome.kind)).toEqual(Array(5).fill('added'))
    expect(evaluation.faults).toEqual([])
  })

  it('finds the evidence as often, and as high up, as it did', () => {
    const least = LEAST.map((text) => parseThreshold(text, 'min'))
    expect(missedThresholds(evaluation.report, least)).toEqual([])
  })

  it('shows passages that can be read at a glance', () => {
    expect(missedThresholds(evaluation.report, [parseThreshold('meanPassageChars=450', 'max')])).toEqual([])
  })

  it('is better with all signals than with any one of them', () => {
    const { legs } = evaluation.report
    expect(legs?.fused['mrr@10']).toBeGreaterThanOrEqual(legs?.bm25['mrr@10'] ?? 1)
    expect(legs?.fused['mrr@10']).toBeGreaterThanOrEqual(legs?.similarity['mrr@10'] ?? 1)
  })
})
