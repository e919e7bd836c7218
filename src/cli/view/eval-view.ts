// How does an evaluation look on a terminal?
import type { AnswerReport } from '../../evaluate/answer-scores.ts'
import type { RefusalReport } from '../../evaluate/refusal-scores.ts'
import type { EvalReport } from '../../evaluate/report.ts'
import type { RankScores } from '../../evaluate/retrieval-scores.ts'
import type { AskedCase } from '../../evaluate/run.ts'
import type { Words } from '../language.ts'
import { displayWidth, printable } from './wrapped-text.ts'

const MEASURES = ['recall@1', 'recall@3', 'recall@5', 'recall@10', 'mrr@10'] as const
const CELL = 10
/** Passages shown of what came instead of the evidence. */
const SHOWN_INSTEAD = 3
/** Characters of each. */
const SHOWN_CHARS = 90

export function evalText(report: EvalReport, say: (words: Words) => string): string {
  const { retrieval, legs, answer, refusal, latencyMs } = report
  const lines = [say({ en: `${report.questions} questions`, zh: `${report.questions} 个问题` })]
  if (retrieval !== null) {
    const types = Object.entries(retrieval.byType)
    const rows: [string, RankScores][] = [
      [say({ en: 'answerable', zh: '可回答' }), retrieval],
      // A single type is all of them once more.
      ...(types.length > 1 ? types : []),
    ]
    lines.push('', ...scoreTable(rows))
    if (legs !== undefined) lines.push('', ...scoreTable(Object.entries(legs)))
    const characters = retrieval.meanPassageChars.toFixed(0)
    lines.push(
      '',
      say({ en: `mean passage: ${characters} characters`, zh: `段落平均长度：${characters} 字` }),
    )
  }
  if (answer !== null) lines.push('', ...answerLines(answer, say))
  if (refusal !== null) lines.push('', ...refusalLines(refusal, say))
  if (latencyMs !== null) {
    const { p50, p95, p99 } = latencyMs
    lines.push(
      `${say({ en: 'search', zh: '检索' })}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    )
  }
  return lines.join('\n')
}

const shown = (share: number | null) => share?.toFixed(3) ?? '-'

function answerLines(answer: AnswerReport, say: (words: Words) => string): string[] {
  const { accuracy, meanChars, citationPrecision, citationRecall, unresolved } = answer
  return [
    `${say({ en: 'answers: accuracy', zh: '回答：正确率' })} ${shown(accuracy)}, ${meanChars.toFixed(0)} ${say({ en: 'characters', zh: '字' })}`,
    `${say({ en: 'citations: recall', zh: '引用：召回率' })} ${shown(citationRecall)}, ${say({ en: 'precision', zh: '准确率' })} ${shown(citationPrecision)}, ${say({ en: 'unresolved', zh: '无法定位' })} ${unresolved}`,
  ]
}

/** The shares, and what other thresholds would do: kept against let through. */
function refusalLines(refusal: RefusalReport, say: (words: Words) => string): string[] {
  const { refusedUnanswerable, refusedAnswerable, letThroughAt95, tradeOff } = refusal
  const cells = (values: readonly string[]) => values.map((value) => value.padStart(CELL)).join('')
  return [
    `${say({ en: 'refused: unanswerable', zh: '拒答：无法回答的' })} ${shown(refusedUnanswerable)}, ${say({ en: 'answerable', zh: '可回答的' })} ${shown(refusedAnswerable)}`,
    `${say({ en: 'let through at 95 % kept', zh: '保留 95 % 时的误放率' })}: ${shown(letThroughAt95)}`,
    cells([
      say({ en: 'threshold', zh: '阈值' }),
      say({ en: 'kept', zh: '保留' }),
      say({ en: 'through', zh: '误放' }),
    ]),
    ...tradeOff.map(({ threshold, kept, letThrough }) =>
      cells([threshold, kept, letThrough].map((value) => value.toFixed(3))),
    ),
  ]
}

/** Questions whose evidence wasn't found, and what came instead. */
export function failuresOf(asked: readonly AskedCase[]) {
  return asked
    .filter((one) => one.case.isAnswerable && one.rank === undefined)
    .map(({ case: { id, type, question, expected }, passages }) => ({
      id,
      type,
      question,
      expected,
      instead: passages.slice(0, SHOWN_INSTEAD).map(({ rank, document, sectionPath, text }) => ({
        rank,
        path: document.path,
        sectionPath,
        text,
      })),
    }))
}

export function failuresText(failures: ReturnType<typeof failuresOf>, say: (words: Words) => string): string {
  const blocks = failures.map(({ id, type, question, expected, instead }) =>
    [
      printable(`${id}  ${type}  ${question}`),
      ...expected.map((text) => printable(`    ${say({ en: 'wanted', zh: '应得' })}: ${text}`)),
      ...instead.map(({ rank, path, text }) =>
        printable(`    ${rank}. ${path}: ${text.slice(0, SHOWN_CHARS)}`),
      ),
    ].join('\n'),
  )
  const heading = say({ en: `not found: ${failures.length}`, zh: `未找到：${failures.length}` })
  return ['', heading, ...blocks].join('\n')
}

function scoreTable(rows: readonly (readonly [string, RankScores])[]): string[] {
  const width = Math.max(...rows.map(([name]) => displayWidth(name)))
  const pad = (name: string) => name + ' '.repeat(width - displayWidth(name))
  const cells = (values: readonly string[]) => values.map((value) => value.padStart(CELL)).join('')
  return [
    pad('') + cells(['n', ...MEASURES]),
    ...rows.map(
      ([name, scores]) =>
        pad(name) +
        cells([String(scores.questions), ...MEASURES.map((measure) => scores[measure].toFixed(3))]),
    ),
  ]
}
