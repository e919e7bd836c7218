// Was the answer right, and do its citations prove it?
import type { Answer, Citation } from '../answer/answer.ts'
import type { EvalCase } from './cases.ts'
import { squeeze } from './squeeze.ts'

export interface AnswerReport {
  /** Share of answered questions whose answer holds one of the keys; those without keys aside. */
  readonly accuracy: number | null
  readonly meanChars: number
  /** Share of citations whose quotation holds (or lies in) an evidence string, or holds a key. */
  readonly citationPrecision: number | null
  /** Share of answered questions with a citation whose quotation holds, or lies in, an evidence string. */
  readonly citationRecall: number | null
  /** Citations that are not the document's own words at the place they name, and marks without a citation. */
  readonly unresolved: number
}

/** One answered question. */
export interface JudgedAnswer {
  readonly isAnswerable: boolean
  readonly isAnswered: boolean
  /** Undefined where nobody wrote down a key. */
  readonly isRight: boolean | undefined
  readonly characters: number
  /** One a citation; undefined where no evidence is known. */
  readonly proofs: readonly Proof[] | undefined
  readonly unresolved: number
}

export interface Proof {
  readonly holdsEvidence: boolean
  readonly holdsKey: boolean
}

/** @param textOf text of a document; undefined for one that isn't held */
export function judgeAnswer(
  { answerKeys, evidence, isAnswerable }: Pick<EvalCase, 'answerKeys' | 'evidence' | 'isAnswerable'>,
  answer: Answer,
  textOf: (documentId: string) => string | undefined,
): JudgedAnswer {
  if (answer.kind === 'refused') {
    return {
      isAnswerable,
      isAnswered: false,
      isRight: undefined,
      characters: 0,
      proofs: undefined,
      unresolved: 0,
    }
  }
  const keys = answerKeys.map(spoken).filter((key) => key !== '')
  const wanted = evidence.map(squeeze).filter((string) => string !== '')
  const text = spoken(withoutMarks(answer.text))
  const proofs = answer.citations.map(({ quote }): Proof => {
    const quoted = squeeze(quote)
    return {
      holdsEvidence: wanted.some(
        (string) => quoted.includes(string) || (quoted !== '' && string.includes(quoted)),
      ),
      holdsKey: keys.some((key) => spoken(quote).includes(key)),
    }
  })
  return {
    isAnswerable,
    isAnswered: true,
    isRight: keys.length === 0 ? undefined : keys.some((key) => text.includes(key)),
    characters: withoutMarks(answer.text).length,
    proofs: wanted.length === 0 ? undefined : proofs,
    unresolved: unresolvedOf(answer.text, answer.citations, textOf),
  }
}

/** @returns null when no answerable question was answered */
export function scoreAnswers(judged: readonly JudgedAnswer[]): AnswerReport | null {
  const answered = judged.filter((one) => one.isAnswered && one.isAnswerable)
  if (answered.length === 0) return null
  const keyed = answered.filter((one) => one.isRight !== undefined)
  const proved = answered.flatMap(({ proofs }) => (proofs === undefined ? [] : [proofs]))
  return {
    accuracy: share(keyed, ({ isRight }) => isRight === true),
    meanChars: answered.reduce((sum, { characters }) => sum + characters, 0) / answered.length,
    citationPrecision: share(proved.flat(), ({ holdsEvidence, holdsKey }) => holdsEvidence || holdsKey),
    citationRecall: share(proved, (proofs) => proofs.some(({ holdsEvidence }) => holdsEvidence)),
    unresolved: judged.reduce((sum, { unresolved }) => sum + unresolved, 0),
  }
}

/** Null of none. */
export function share<Item>(items: readonly Item[], test: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(test).length / items.length
}

const MARK = /\[(\d+)\]/gu

function withoutMarks(text: string): string {
  return text.replace(MARK, '')
}

/** White space and the width of letters and punctuation aside. */
function spoken(text: string): string {
  return squeeze(text.normalize('NFKC'))
}

function unresolvedOf(
  text: string,
  citations: readonly Citation[],
  textOf: (documentId: string) => string | undefined,
): number {
  const known = new Set(citations.map(({ n }) => n))
  const marks = new Set([...text.matchAll(MARK)].map(([, n]) => Number(n)))
  const loose = [...marks].filter((n) => !known.has(n)).length
  const false_ = citations.filter(
    ({ documentId, range, quote }) =>
      quote === '' || textOf(documentId)?.slice(range.start, range.end) !== quote,
  ).length
  return loose + false_
}
