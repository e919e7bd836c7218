// How much may an answer say? A number needs one sentence, a list its whole enumeration.
import type { AnswerKind, QuestionKind } from '../question/question-kind.ts'

export interface RunLimits {
  /** Reading stops being an answer and becomes a page above this many characters. */
  readonly characters: number
  /** A run goes on to what follows until it has these: the sentence that opens a part only announces it. */
  readonly least: number
  readonly sentences: number
  readonly runs: number
  /** One sentence answers: what stands between two likely ones doesn't belong to it, and a run ends with its item. */
  readonly isOneAnswer: boolean
}

/** Asked in another language, neighbours look alike: what a longer run gains there is chance. */
const FOREIGN: RunLimits = { characters: 220, least: 0, sentences: 3, runs: 1, isOneAnswer: false }

/**
 * A list needs its whole enumeration, a summary the lead sentences of several parts.
 *
 * @param isForeign asked in another language than the reports'
 */
export function limitsOf({ kind }: QuestionKind, isForeign = false): RunLimits {
  if (kind === 'summary') return { characters: 330, least: 150, sentences: 5, runs: 2, isOneAnswer: false }
  if (kind === 'list' || kind === 'manner')
    return { characters: 300, least: 0, sentences: 5, runs: 2, isOneAnswer: false }
  if (isForeign) return FOREIGN
  const isOneAnswer = ONE_ANSWER.has(kind)
  return { characters: 280, least: 0, sentences: 5, runs: isOneAnswer ? 2 : 1, isOneAnswer }
}

/** Of a place and a span of time the sentences beside the likeliest tell more often than it does. */
const ONE_ANSWER: ReadonlySet<AnswerKind> = new Set(['count', 'share', 'money', 'date', 'year', 'person'])
