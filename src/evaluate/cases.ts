// What is asked of the search, and how is it told whether the answer was among the passages?
import type { Document } from '../document/document.ts'
import type { Passage } from '../search/passage.ts'
import type { Dataset } from './dataset.ts'
import type { Question } from './questions.ts'
import { rankOfDocument, rankOfEvidence } from './retrieval-scores.ts'
import { squeeze } from './squeeze.ts'

export interface EvalCase {
  readonly id: string
  readonly type: string
  readonly question: string
  /** What should be found, in words, for the list of failures; empty when the question must be refused. */
  readonly expected: readonly string[]
  /** False: the documents don't hold the answer, so there is nothing to find. */
  readonly isAnswerable: boolean
  /** Ids of the documents that hold the answer: left out when the question is asked again with its evidence hidden. */
  readonly relevantDocuments: readonly string[]
  /** Strings of the documents that prove the answer, white space aside; empty where only documents are known. */
  readonly evidence: readonly string[]
  /** An answer is right when it holds one of these; empty when nobody wrote them down. */
  readonly answerKeys: readonly string[]
  /** @returns rank (from 1) at which the answer was found, undefined when it wasn't */
  rankOf(passages: readonly Passage[]): number | undefined
}

/**
 * Cases of a question file. Judged by evidence strings; a question that names only a file counts as found when a passage of
 * that file comes back; one with neither can't be found and must be refused.
 */
export function casesOfQuestions(
  questions: readonly Question[],
  documents: readonly Pick<Document, 'id' | 'path' | 'text'>[],
): EvalCase[] {
  const held = documents.map(({ id, path, text }) => ({ id, path, text: squeeze(text) }))
  return questions.map((question) => {
    const { id, type, evidence, files, answerKeys } = question
    const wanted = evidence.map(squeeze)
    const relevant = held.filter(
      (document) => files.includes(document.path) || wanted.some((string) => document.text.includes(string)),
    )
    const relevantDocuments = relevant.map((document) => document.id)
    const isByFile = evidence.length === 0
    return {
      id,
      type,
      question: question.question,
      expected: isByFile ? files : evidence,
      isAnswerable: !type.startsWith('unanswerable') && (evidence.length > 0 || files.length > 0),
      relevantDocuments,
      evidence,
      answerKeys,
      rankOf: (passages) =>
        isByFile ? rankOfDocument(passages, new Set(relevantDocuments)) : rankOfEvidence(passages, evidence),
    }
  })
}

/**
 * Cases of a retrieval set, judged by the documents that come back.
 *
 * @param idOfPassage document id by passage id, as learnt; two passages of the same words are one document
 */
export function casesOfDataset(dataset: Dataset, idOfPassage: ReadonlyMap<string, string>): EvalCase[] {
  const titles = new Map(dataset.passages.map((passage) => [passage.id, passage.title]))
  return dataset.queries.map((query) => {
    const relevantDocuments = query.relevant.flatMap((id) => idOfPassage.get(id) ?? [])
    return {
      id: query.id,
      type: query.type ?? 'query',
      question: query.question,
      expected: query.relevant.map((id) => `${id} ${titles.get(id) ?? ''}`.trim()),
      isAnswerable: query.relevant.length > 0,
      relevantDocuments,
      evidence: [],
      answerKeys: query.answers ?? [],
      rankOf: (passages) => rankOfDocument(passages, new Set(relevantDocuments)),
    }
  })
}
