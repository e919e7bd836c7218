// How does a line look by itself: short like a heading, or long like running text?
import { endsSentence, holdsSentenceMark } from '../text/punctuation.ts'

/** Characters of the longest line that is tested as a heading at all; keeps every test linear. */
export const MAX_TESTED = 200

/** A heading or a caption without a number is seldom longer. */
const MAX_SHORT = 40

/** A line this long is running text even when it stops without a mark. */
const MIN_LONG = 41

/** A complete sentence of this length is running text. */
const MIN_SENTENCE = 15

/** Short, no sentence mark inside, not ending in a comma or colon: the shape of a heading, a caption, a name. */
export function isShort(text: string, limit = MAX_SHORT): boolean {
  return text.length <= limit && !holdsSentenceMark(text) && !/[，,、：:；;]$/.test(text)
}

/** A line of this length with two commas is a part of a sentence, broken off or not. */
const MIN_CLAUSES = 25

/** Running text: long, or a whole sentence, or several clauses of one. */
export function isProse(text: string): boolean {
  if (text.length >= MIN_LONG) return true
  if (text.length >= MIN_SENTENCE && endsSentence(text)) return true
  return text.length >= MIN_CLAUSES && /[，,；;].*[，,；;]/.test(text)
}

/** `- `, `* `, `• `, `[1]`: an item of a list. */
export function isBullet(text: string): boolean {
  return /^[[［]\d{1,3}[\]］]|^(?:[-*+•·▪‣–]\s|[•·▪‣])\s*\S/.test(text)
}

/** A line of nothing but signs: a rule between parts. */
export function isSeparator(text: string): boolean {
  return (
    text.length >= 3 &&
    /^[-=_*~─━—–·.…\s☆★◇◆※#＊－＝＿]+$/u.test(text.slice(0, MAX_TESTED)) &&
    text.length <= MAX_TESTED
  )
}
