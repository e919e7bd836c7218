// What does an English question count? The noun after how many, and the words of Chinese reports for it.
import { englishWordsOf } from '../../search/english-phrases.ts'

export interface CountedNoun {
  /** As it stands in the question, lower case: the last word, and before it what makes a phrase of it. */
  readonly text: string
  /** Words and measure words of reports; empty where the dictionary lacks it. */
  readonly chinese: readonly string[]
}

const ASKED = /\b(?:how many|number of)\s+(?<rest>[a-z][a-z\s'’-]*)/u
/** Words before the noun that say which or how many more. */
const MOST_WORDS = 5
const IRREGULAR =
  /^(?:people|men|women|children|staff|personnel|medics|alumni|criteria|media|data|mu|yuan|square|cubic)$/u

/** Says nothing of what is counted where a word before it does: surgery cases, disease types. */
const SHELL = /^(?:cases|items|pieces|kinds|types|sorts|units|sets)$/u

/** @param folded see verify/fold.ts; undefined where nothing is counted, or nothing tells what */
export function countedNoun(folded: string): CountedNoun | undefined {
  const words = ASKED.exec(folded)?.groups?.['rest']?.split(/\s+/u).slice(0, MOST_WORDS) ?? []
  const head = words.findIndex((word) => IRREGULAR.test(word) || /[^s'’]s$/u.test(word))
  if (head < 0) return undefined
  const phrase = words.slice(0, head + 1)
  const kept = SHELL.test(phrase.at(-1) ?? '')
    ? englishWordsOf(phrase.slice(0, -1).join(' ')).at(-1)
    : undefined
  if (kept !== undefined && phrase.slice(0, -1).join(' ').endsWith(kept.text)) return kept
  // The longest phrase of the dictionary that ends with the noun: operating rooms, not rooms.
  for (let from = 0; from <= head; from++) {
    const text = phrase.slice(from).join(' ')
    const [found, ...more] = englishWordsOf(text)
    if (found?.text === text && more.length === 0) return found
  }
  return { text: phrase.at(-1) ?? '', chinese: [] }
}
