// What is a text made of when two texts are compared? Characters, Latin words, and quantities with their units.
import { findQuantities, type Quantity } from './quantity-reading.ts'
import { wordNumbers } from './words.ts'

export interface Token {
  /** Equal keys are equal content. */
  readonly key: string
  /** UTF-16 offsets into the text. */
  readonly start: number
  readonly end: number
  /** Grows at every mark that parts clauses (commas too). */
  readonly clause: number
  /** Grows at every mark that parts sentences. */
  readonly sentence: number
  /** Tokens of one dictionary word have one number. */
  readonly word: number
  /** Undefined for characters and Latin words. */
  readonly quantity: Quantity | undefined
}

/** Letters, digits and the few signs that say something; all else parts or decorates. */
const SPEAKING = /[\p{L}\p{M}\p{N}%‰℃+]/u
const LATIN_WORD = /[a-z][a-z\d]*(?:[-'.][a-z\d]+)*/y
const CLAUSE_MARKS = new Set(',，;；:：。！？!?…\n()（）')
const SENTENCE_MARKS = new Set(';；。！？!?…\n')
const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff

/**
 * @param folded see fold.ts
 * @param date ISO, of the text; 今年 and 去年 become years when it is given
 */
export function tokenise(folded: string, date?: string): Token[] {
  const quantities = new Map(findQuantities(folded, date).map((quantity) => [quantity.start, quantity]))
  const words = wordNumbers(folded)
  const tokens: Token[] = []
  let clause = 0
  let sentence = 0
  for (let at = 0; at < folded.length; ) {
    const quantity = quantities.get(at)
    const end = quantity?.end ?? endOfToken(folded, at, quantities)
    if (end > at) {
      const key = quantity?.key ?? folded.slice(at, end)
      tokens.push({ key, start: at, end, clause, sentence, word: words[at] ?? 0, quantity })
      at = end
      continue
    }
    const mark = folded.charAt(at)
    if (CLAUSE_MARKS.has(mark) && !isInsideNumber(folded, at)) clause += 1
    if (SENTENCE_MARKS.has(mark)) sentence += 1
    at += 1
  }
  return tokens
}

/** @returns the offset itself where no token starts */
function endOfToken(folded: string, at: number, quantities: ReadonlyMap<number, Quantity>): number {
  const code = folded.codePointAt(at) ?? 0
  if (code >= FIRST_HAN && code <= LAST_HAN) return at + 1
  LATIN_WORD.lastIndex = at
  const word = LATIN_WORD.exec(folded)?.[0]
  if (word === undefined) {
    const character = String.fromCodePoint(code)
    return SPEAKING.test(character) ? at + character.length : at
  }
  // GDP4.8亿元 is a word and a quantity.
  const digits = at + word.length - (/[-'.]?\d.*$/u.exec(word)?.[0].length ?? 0)
  return quantities.has(digits) ? digits : at + word.length
}

/** 1,300 and 12:30. */
function isInsideNumber(folded: string, at: number): boolean {
  return /^\d[,:]\d$/u.test(folded.slice(Math.max(0, at - 1), at + 2))
}
