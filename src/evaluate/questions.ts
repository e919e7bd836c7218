// What was asked, and where does the answer stand? Question files of the form id, type, question, file, evidence.
import { z } from 'zod'
import { parseJsonLines, refuseTwins } from './json-lines.ts'
import { squeeze } from './squeeze.ts'

const listOrOne = z
  .union([z.string(), z.array(z.string())])
  .nullish()
  .transform((value) => (typeof value === 'string' ? [value] : (value ?? [])))

const questionSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]).optional(),
  type: z.string().min(1).optional(),
  question: z.string().refine((text) => text.trim() !== '', 'the question is empty'),
  file: listOrOne,
  evidence: listOrOne,
  answer: z.string().nullish(),
  answer_keys: listOrOne,
})

export interface Question {
  readonly id: string
  /** Kind of question, for scores by kind; `unanswerable…` must be refused. Default `question`. */
  readonly type: string
  readonly question: string
  /** Paths in the folder that hold the answer; empty when none does or it isn't said. */
  readonly files: readonly string[]
  /** Strings of the documents, white space aside; one of them found is enough. Empty: no document answers this. */
  readonly evidence: readonly string[]
  readonly answer?: string
  /** An answer is right when it holds one of these. */
  readonly answerKeys: readonly string[]
}

/**
 * Reads a question file (JSON Lines). Only `question` must be there; a missing id becomes the place in the file.
 *
 * @param name of the file, for messages
 * @throws AppError `bad-input` with the line numbers of what can't be used, or the ids given twice
 */
export function parseQuestions(text: string, name: string): Question[] {
  const questions = parseJsonLines(text, name, questionSchema).map((row, index) => ({
    id: row.id ?? `q${index + 1}`,
    type: row.type ?? 'question',
    question: row.question,
    files: row.file,
    evidence: row.evidence.filter((evidence) => squeeze(evidence) !== ''),
    ...(row.answer != null && { answer: row.answer }),
    answerKeys: row.answer_keys,
  }))
  refuseTwins(questions, name)
  return questions
}

/** A document as far as checking questions against it needs. */
export interface SearchableText {
  readonly path: string
  readonly text: string
}

/**
 * Says what makes questions unfair to the search: files that aren't there, evidence that stands in no document.
 *
 * @returns one sentence a fault, in the order of the questions; empty when all is well
 */
export function faultsOfQuestions(
  questions: readonly Question[],
  documents: readonly SearchableText[],
): string[] {
  const texts = documents.map((document) => squeeze(document.text))
  const paths = new Set(documents.map((document) => document.path))
  return questions.flatMap((question) => {
    const missing = question.files.filter((file) => !paths.has(file))
    const faults = missing.map((file) => `${question.id}: the file ${file} is not among the documents`)
    const stands = question.evidence.some((evidence) =>
      texts.some((text) => text.includes(squeeze(evidence))),
    )
    if (question.evidence.length > 0 && !stands) {
      faults.push(`${question.id}: none of its evidence stands in any document`)
    }
    return faults
  })
}
