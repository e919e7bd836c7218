// Which words and phrases of an English question does the dictionary have, and what do reports say for them?
import { ENGLISH_WORDS } from './english-words.ts'

const MOST_WORDS = Math.max(...[...ENGLISH_WORDS.keys()].map((phrase) => phrase.split(' ').length))

export interface Translated {
  /** As it stands in the question, lower case. */
  readonly text: string
  readonly chinese: readonly string[]
}

/**
 * The words and phrases of a question that the dictionary has, in order, the longest phrase at each place.
 *
 * @param folded lower case
 */
export function englishWordsOf(folded: string): Translated[] {
  const words = folded.match(/[a-z]+(?:['’]s)?/gu) ?? []
  const found: Translated[] = []
  for (let at = 0; at < words.length; ) {
    const phrase = longestAt(words, at)
    if (phrase === undefined) at += 1
    else {
      found.push(phrase)
      at += phrase.text.split(' ').length
    }
  }
  return found
}

function longestAt(words: readonly string[], at: number): Translated | undefined {
  for (let length = Math.min(MOST_WORDS, words.length - at); length > 0; length--) {
    const text = words.slice(at, at + length).join(' ')
    const chinese = formsOf(text).flatMap((form) => ENGLISH_WORDS.get(form) ?? [])
    if (chinese.length > 0) return { text, chinese: [...new Set(chinese)] }
  }
  return undefined
}

/** The phrase and its singular: branches, cities, deliveries. */
function formsOf(phrase: string): string[] {
  return [
    phrase,
    phrase.replace(/ies$/u, 'y'),
    phrase.replace(/(?<=s|x|z|ch|sh)es$/u, ''),
    phrase.replace(/s$/u, ''),
  ].filter((form, i, all) => all.indexOf(form) === i)
}
