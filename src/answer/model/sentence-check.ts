// May this sentence of a model be shown? One after the other, each against the passages and against those before it.
import type { Passage } from '../../search/passage.ts'
import { verifyClaim } from '../../verify/claim.ts'
import { squeeze } from '../../verify/comparison.ts'
import { fold } from '../../verify/fold.ts'
import type { AnswerMode, Removed } from './checked-answer.ts'
import type { CheckedSentence } from './claim-writer.ts'
import { numbersOf, unknownNumbers } from './known-numbers.ts'
import { isDecline, isFiller } from './phrases.ts'
import type { Cut } from './sentence-cutter.ts'
import { type CitedDocument, openSources } from './sources.ts'
import { readStatement } from './statement.ts'
import { findSupport, type Verify } from './support.ts'

export interface SentenceCheckOptions {
  /** In the order in which the model was shown them. */
  readonly passages: readonly Passage[]
  readonly document: (id: string) => CitedDocument | undefined
  readonly question: string
  readonly mode: AnswerMode
  /** Default: `verifyClaim`. */
  readonly verify?: Verify
}

export interface SentenceCheck {
  /** @returns undefined for what isn't shown */
  examine(cut: Cut): Promise<CheckedSentence | undefined>
  readonly removed: Removed
  readonly sentencesRead: number
  /** The model said that there is no answer before it gave any. */
  readonly isDeclined: boolean
  /** Nothing that could still come would be shown. */
  readonly isOver: boolean
}

/** Sentences that are read; a model that goes on and on is left. */
const MOST_SENTENCES = 40
/** The same sentence so often is a loop. */
const MOST_REPEATS = 3

export function createSentenceCheck(options: SentenceCheckOptions): SentenceCheck {
  const { passages, document, question, mode, verify = verifyClaim } = options
  const sources = openSources(passages, document)
  const removed = { numbers: 0, citations: 0, sentences: 0 }
  const seen = new Map<string, number>()
  let sentencesRead = 0
  let startsLine = true
  let isSupported = false
  let isDeclined = false
  let isLooping = false

  const checked = async (
    words: string,
    cited: readonly number[],
    cut: Cut,
  ): Promise<CheckedSentence | undefined> => {
    const support = await findSupport({ claim: words, cited, sources, question }, verify)
    const verdict = support.verdict.kind
    isSupported ||= verdict === 'supported'
    if (verdict === 'supported') return { words, support, startsLine }
    if (isDecline(words)) {
      // What a model adds after saying that there is no answer is none.
      isDeclined ||= !isSupported
      return undefined
    }
    const strangers = unknownNumbers(words, numbersOf(sources))
    removed.numbers += strangers.length
    if (strangers.length === 0 && mayMark(words, cut, mode)) return { words, support, startsLine }
    removed.sentences += 1
    return undefined
  }

  return {
    async examine(cut) {
      sentencesRead += 1
      const { words, cited, unresolved } = readStatement(cut.text, passages.length)
      removed.citations += unresolved
      const isNew = words !== '' && countOf(seen, squeeze(fold(words)))
      isLooping ||= [...seen.values()].some((times) => times > MOST_REPEATS)
      const sentence = isNew && !isFiller(words) ? await checked(words, cited, cut) : undefined
      startsLine = cut.text.endsWith('\n')
      return sentence
    },
    get removed() {
      return { ...removed }
    },
    get sentencesRead() {
      return sentencesRead
    },
    get isDeclined() {
      return isDeclined
    },
    get isOver() {
      return isDeclined || isLooping || sentencesRead >= MOST_SENTENCES
    },
  }
}

/** @returns true the first time */
function countOf(seen: Map<string, number>, key: string): boolean {
  const times = (seen.get(key) ?? 0) + 1
  seen.set(key, times)
  return times === 1
}

/** Half a sentence, or one that announces others, misleads even with a mark. */
function mayMark(words: string, { isWhole }: Cut, mode: AnswerMode): boolean {
  return mode === 'mark' && isWhole && !/[：:]$/u.test(words)
}
