// Which index terms does a text hold? Characters and pairs of characters for Han script, whole words and numbers for the rest.

/** A term as a number, so that an index of a million terms is one Float64Array. Equal terms have equal numbers. */
export type TermId = number

export interface Term {
  readonly id: TermId
  readonly kind: 'character' | 'pair' | 'word'
  /** UTF-16 offsets into the key that was read. */
  readonly start: number
  readonly end: number
}

/** Code points fit in 21 bits: a character's id is its code point, a pair's id lies above all of them. */
const CODE_POINTS = 2 ** 21
/** Words are numbered from here on by a 52-bit hash; two of a million words fall together with a chance of 1 in 10,000. */
const FIRST_WORD = 2 ** 52
const HASH_HALF = 2 ** 26

const TOKEN = /\p{Script=Han}+|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Han})[\p{L}\p{M}])+/gu
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/

/**
 * Reads the terms of a key (see lexical-key.ts), in order of their start. A pair never spans punctuation or a blank.
 *
 * Chinese is never split on blanks, and no dictionary decides where a word ends: pairs find every two-character word.
 * Letters and digits are parted, so `3.0t` answers to `3.0`; `1,300` is read as `1300`.
 */
export function termsOf(key: string): Term[] {
  const terms: Term[] = []
  for (const match of key.matchAll(TOKEN)) {
    const [token] = match
    if (isHan(token)) readHan(token, match.index, terms)
    else {
      const id = wordId(token)
      terms.push({ id, kind: 'word', start: match.index, end: match.index + token.length })
    }
  }
  return terms
}

/** How often each term occurs; the order is that of first occurrence. */
export function countTerms(key: string): Map<TermId, number> {
  const counts = new Map<TermId, number>()
  for (const { id } of termsOf(key)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function isHan(token: string): boolean {
  const first = token.charCodeAt(0)
  return (first >= 0x4e00 && first <= 0x9fff) || /^\p{Script=Han}/u.test(token)
}

function readHan(run: string, offset: number, terms: Term[]): void {
  let before = -1
  let beforeStart = 0
  for (let at = 0; at < run.length; ) {
    const code = run.codePointAt(at) ?? 0
    const start = offset + at
    at += code > 0xffff ? 2 : 1
    const end = offset + at
    if (before >= 0) {
      terms.push({ id: CODE_POINTS * (before + 1) + code, kind: 'pair', start: beforeStart, end })
    }
    terms.push({ id: code, kind: 'character', start, end })
    before = code
    beforeStart = start
  }
}

function wordId(token: string): TermId {
  const word = GROUPED.test(token) ? token.replaceAll(',', '') : token
  // Two FNV-1a hashes with different offsets (http://www.isthe.com/chongo/tech/comp/fnv/), 26 bits of each.
  let a = 0x811c9dc5
  let b = 0x050c5d1f
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ (unit + i), 0x01000193)
  }
  return FIRST_WORD + ((a ^ (a >>> 13)) & (HASH_HALF - 1)) * HASH_HALF + ((b ^ (b >>> 13)) & (HASH_HALF - 1))
}
