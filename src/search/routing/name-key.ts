// In what form are two spellings of a name the same? The lexical key, numbers up to 99 in Chinese, quotes and blanks gone.
import { type LexicalKey, lexicalKey } from '../../text/lexical-key.ts'

const DIGITS = '〇一二三四五六七八九'
/** Quotes and blanks, or a number of one or two digits that is no part of a longer one. */
const CHANGED = /["'“”‘’「」『』《》\s·]|(?<![\d.])\d{1,2}(?![\d.])/gu

/** `第2人民医院` and `第二人民医院` become the same; the offsets lead back to the source. */
export function nameKeyWithOffsets(text: string): LexicalKey {
  const { text: key, offsets } = lexicalKey(text)
  let name = ''
  const places: number[] = []
  let at = 0
  const keepUpTo = (end: number) => {
    for (; at < end; at++) {
      name += key.charAt(at)
      places.push(offsets[at] ?? text.length)
    }
  }
  for (const { 0: found, index } of key.matchAll(CHANGED)) {
    keepUpTo(index)
    for (const character of /\d/.test(found) ? chineseNumber(Number(found)) : '') {
      name += character
      places.push(offsets[index] ?? text.length)
    }
    at = index + found.length
  }
  keepUpTo(key.length)
  return { text: name, offsets: Uint32Array.from([...places, text.length]) }
}

export function nameKey(text: string): string {
  return nameKeyWithOffsets(text).text
}

/** 0 to 99. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return DIGITS.charAt(ones)
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`
}
