// How well does the search do on a folder and its questions, or on a retrieval set? Learn, ask, score.
import type { Answerer } from '../answer/answerer.ts'
import type { Collection, DocumentSource, LearnProgress, LearnReport } from '../collection/collection.ts'
import type { Embedder } from '../embed/embedder.ts'
import type { Searcher } from '../search/passage.ts'
import type { EvalCase } from './cases.ts'
import { casesOfDataset, casesOfQuestions } from './cases.ts'
import type { Dataset } from './dataset.ts'
import { datasetSource } from './dataset.ts'
import type { Question } from './questions.ts'
import { faultsOfQuestions } from './questions.ts'
import type { EvalReport } from './report.ts'
import { buildReport } from './report.ts'
import type { AskedCase, RunOptions } from './run.ts'
import { askAll } from './run.ts'

/** What is judged: an empty collection and the searcher over it. */
export interface Subject {
  readonly collection: Collection
  readonly embedder: Embedder
  readonly searcher: Searcher
  /** Absent: only the search is judged. */
  readonly answerer?: Answerer
}

export interface EvaluateOptions extends Omit<RunOptions, 'topK' | 'onProgress'> {
  /** Passages asked for. Default 10, of a retrieval set 30. */
  readonly topK?: number
  readonly onLearn?: (progress: LearnProgress) => void
  readonly onAsk?: (done: number, total: number) => void
}

export interface Evaluation {
  readonly report: EvalReport
  readonly asked: readonly AskedCase[]
  readonly learnt: LearnReport
  /** Questions that can't be judged fairly, in words. */
  readonly faults: readonly string[]
}

/** Passages asked for where each question wants passages. */
const TOP_PASSAGES = 10
/** Where it wants ten documents: a passage of such sets is at most about three chunks long. */
const TOP_FOR_DOCUMENTS = 30

/** Learns a folder and asks the questions of a file. */
export async function evaluateQuestions(
  subject: Subject,
  source: DocumentSource,
  questions: readonly Question[],
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const learnt = await learn(subject, source, options)
  const { collection } = subject
  const documents = collection.documents().flatMap(({ id }) => collection.document(id) ?? [])
  const cases = casesOfQuestions(questions, documents)
  const asked = await askCases(subject, cases, options, TOP_PASSAGES)
  return {
    report: buildReport(asked, (id) => collection.document(id)?.text),
    asked,
    learnt,
    faults: faultsOfQuestions(questions, documents),
  }
}

/** Learns the passages of a retrieval set and asks its queries, by each signal alone as well. */
export async function evaluateDataset(
  subject: Subject,
  dataset: Dataset,
  options: EvaluateOptions = {},
): Promise<Evaluation> {
  const { collection } = subject
  const learnt = await learn(subject, datasetSource(dataset), options)
  const ids = new Map(
    learnt.outcomes.flatMap((outcome) =>
      outcome.kind === 'refused' ? [] : [[outcome.path, outcome.documentId] as const],
    ),
  )
  const all = casesOfDataset(dataset, ids)
  const cases = all.filter((item) => item.question.trim() !== '')
  const asked = await askCases(subject, cases, { legs: true, ...options }, TOP_FOR_DOCUMENTS)
  const faults = all.flatMap((item) => {
    if (item.question.trim() === '') return [`${item.id}: the question is empty, so it was left out`]
    const isLost = item.isAnswerable && item.relevantDocuments.length === 0
    return isLost ? [`${item.id}: its passage was refused`] : []
  })
  return { report: buildReport(asked, (id) => collection.document(id)?.text), asked, learnt, faults }
}

async function learn(
  { collection, embedder, searcher }: Subject,
  source: DocumentSource,
  { signal, onLearn }: EvaluateOptions,
): Promise<LearnReport> {
  const learnt = await collection.learn(source, embedder, {
    ...(signal && { signal }),
    ...(onLearn && { onProgress: onLearn }),
  })
  await searcher.refresh()
  return learnt
}

function askCases(
  { searcher, answerer }: Subject,
  cases: readonly EvalCase[],
  options: EvaluateOptions,
  topK: number,
): Promise<AskedCase[]> {
  const { onAsk, onLearn: _, ...rest } = options
  return askAll({ searcher, ...(answerer && { answerer }) }, cases, {
    topK,
    ...rest,
    ...(onAsk && { onProgress: onAsk }),
  })
}
