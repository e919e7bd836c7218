// How well could each sentence answer? Nearness, shared words, what kind of thing it holds and how close to the words asked about.
import type { Passage, PassageSentence, SearchResult, WeightedTerm } from '../../search/passage.ts'
import { termsOf } from '../../text/terms.ts'
import { fold } from '../../verify/fold.ts'
import { subjectOf } from '../question/interrogatives.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { answerSpans } from '../spans/answer-spans.ts'

export interface SentenceSignals {
  readonly passage: Passage
  readonly sentence: PassageSentence
  /** Place among the sentences of its passage. */
  readonly index: number
  /** Cosine less the best of all candidates, <= 0. */
  readonly nearness: number
  /** Share of the weight of the words asked about that the sentence holds, 0 to 1. */
  readonly overlap: number
  /** The same for its passage with its headings. */
  readonly context: number
  /** Fused score of the passage less the first one's, <= 0. */
  readonly standing: number
  /** 1: it holds what the kind of question asks for; 0: it doesn't; a half where any sentence may answer. */
  readonly fit: number
  /** Share of the words asked about that stand around the best such thing, 0 to 1; the overlap where any sentence may answer. */
  readonly focus: number
}

/** Characters before and after a number or name in which its noun and its verb stand. */
const BEFORE = 26
const AFTER = 14

/** The line under a report's title: 2025年1月6日. */
const BARE_DATE =
  /^[\s([]*[\d〇零一二三四五六七八九十]+年(?:[\d〇一二三四五六七八九十]+月(?:[\d〇一二三四五六七八九十]+日)?)?[\s)\].。]*$/u
const OF_DATES: ReadonlySet<QuestionKind['kind']> = new Set(['date', 'year'])

/** Of each sentence once: where passages overlap, in the first of them. */
export function signalsOf(result: SearchResult, kind: QuestionKind): SentenceSignals[] {
  const terms = askedTerms(result)
  const passages = result.passages
  const top = passages[0]?.score ?? 0
  const nearest = Math.max(
    ...passages.flatMap((one) => (one.sentences ?? []).map(({ similarity }) => similarity)),
  )
  const seen = new Set<string>()
  return passages.flatMap((passage) => {
    const context = coverage(terms, fold(`${passage.sectionPath.join(' ')} ${passage.text}`))
    return (passage.sentences ?? []).flatMap((sentence, index) => {
      const key = `${passage.document.id} ${sentence.range.start}`
      if (seen.has(key)) return []
      seen.add(key)
      const text = fold(sentence.text)
      if (BARE_DATE.test(text) && !OF_DATES.has(kind.kind)) return []
      const overlap = coverage(terms, text)
      const spans = answerSpans(kind, text)
      return {
        passage,
        sentence,
        index,
        nearness: sentence.similarity - nearest,
        overlap,
        context,
        standing: passage.score - top,
        fit: spans === undefined ? 0.5 : spans.length > 0 ? 1 : 0,
        focus:
          spans === undefined
            ? overlap
            : Math.max(
                0,
                ...spans.map(({ start, end }) =>
                  coverage(terms, text.slice(Math.max(0, start - BEFORE), end + AFTER)),
                ),
              ),
      }
    })
  })
}

/** The weighted terms without those that only ask. */
export function askedTerms({ question, terms = [] }: SearchResult): WeightedTerm[] {
  const subject = subjectOf(question)
  const kept = new Set(termsOf(subject).map(({ start, end }) => subject.slice(start, end)))
  return terms.filter(({ text, isOwn }) => !isOwn || kept.has(text))
}

/** Share of the weight of the asker's own words that a text holds; official words for them count, up to 1. */
export function coverage(terms: readonly WeightedTerm[], text: string): number {
  let all = 0
  let held = 0
  for (const { text: term, idf, isOwn } of terms) {
    if (isOwn) all += idf
    if (text.includes(term)) held += idf
  }
  return all === 0 ? 0 : Math.min(1, held / all)
}
