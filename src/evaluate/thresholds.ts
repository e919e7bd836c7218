// Does a run reach what was asked of it? Bounds such as `recall@5=0.95` on any number of the report.
import { AppError } from '../errors.ts'
import type { EvalReport } from './report.ts'

export interface Threshold {
  /** Dotted path into the report (`retrieval.byType.lookup.recall@5`) or the end of one (`recall@5`). */
  readonly measure: string
  readonly bound: 'min' | 'max'
  readonly value: number
}

/** Last parts that a measure may have; a slip of the pen is refused before a long run, not after. */
const MEASURES = new Set([
  ...['questions', 'recall@1', 'recall@3', 'recall@5', 'recall@10', 'mrr@10', 'meanPassageChars'],
  ...['accuracy', 'meanChars', 'citationPrecision', 'citationRecall', 'unresolved'],
  ...['refusedUnanswerable', 'refusedAnswerable', 'letThroughAt95', 'p50', 'p95', 'p99'],
])

/**
 * @param text `NAME=NUMBER`
 * @throws AppError `bad-input` for another form or a measure that no run has
 */
export function parseThreshold(text: string, bound: Threshold['bound']): Threshold {
  const [measure = '', number = '', ...rest] = text.split('=').map((part) => part.trim())
  const value = Number(number)
  if (measure === '' || number === '' || rest.length > 0 || !Number.isFinite(value)) {
    throw new AppError('bad-input', `--${bound} wants NAME=NUMBER, got ${text}.`, {
      hint: `For example --${bound} recall@5=0.95`,
    })
  }
  if (!MEASURES.has(measure.split('.').at(-1) ?? '')) {
    throw new AppError('bad-input', `--${bound} ${text}: there is no measure ${measure}.`, {
      hint: `Measures: ${[...MEASURES].join(', ')}`,
    })
  }
  return { measure, bound, value }
}

/** @returns one sentence for each bound that isn't kept, in the order given; empty when all are */
export function missedThresholds(report: EvalReport, thresholds: readonly Threshold[]): string[] {
  const numbers = flatten(report)
  return thresholds.flatMap(({ measure, bound, value }) => {
    const path = findPath([...numbers.keys()], measure)
    const measured = path === undefined ? undefined : numbers.get(path)
    if (path === undefined || measured === undefined) return [`${measure} isn't measured by this run`]
    const isKept = bound === 'min' ? measured >= value : measured <= value
    if (isKept) return []
    return [
      `${path} is ${Number(measured.toFixed(4))}, ${bound === 'min' ? 'at least' : 'at most'} ${value} was asked`,
    ]
  })
}

/** The path itself, else the shortest that ends with it: `recall@5` is that of all questions, not of one type. */
function findPath(paths: readonly string[], measure: string): string | undefined {
  const depth = (path: string) => path.split('.').length
  return paths
    .filter((path) => path === measure || path.endsWith(`.${measure}`))
    .sort((a, b) => depth(a) - depth(b))[0]
}

/** Every number of the report by its dotted path, in the report's order. */
function flatten(value: unknown, path = ''): Map<string, number> {
  if (typeof value === 'number') return new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...flatten(inner, path === '' ? key : `${path}.${key}`),
    ]),
  )
}
