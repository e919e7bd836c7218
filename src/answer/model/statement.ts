// What does one sentence of a model say, once markers, markup and manners are gone?
import { readMarkers } from './markers.ts'
import { withoutAttribution } from './phrases.ts'
import { plainText } from './plain-text.ts'

export interface Statement {
  /** Plain text, perhaps empty. */
  readonly words: string
  /** Numbers of the passages it points to, from 1. */
  readonly cited: readonly number[]
  /** Markers that point to no passage. */
  readonly unresolved: number
}

/** @param count passages that the model was shown */
export function readStatement(sentence: string, count: number): Statement {
  if (isHeadingLine(sentence))
    return { words: '', cited: [], unresolved: readMarkers(sentence, count).unresolved }
  const cited = new Set<number>()
  let unresolved = 0
  let words = sentence
  // What is taken out may leave a marker or a tag behind that wasn't one before: `[**1**]`, `<[2]b>`.
  for (let before = ''; before !== words; ) {
    before = words
    const marked = readMarkers(words, count)
    for (const number of marked.passages) cited.add(number)
    unresolved += marked.unresolved
    words = plainText(marked.text)
  }
  return { words: withoutAttribution(words).trim(), cited: [...cited], unresolved }
}

/** `## …` only announces what follows. */
function isHeadingLine(sentence: string): boolean {
  return /^[ \t]{0,3}#{1,6}[ \t]/u.test(sentence)
}
