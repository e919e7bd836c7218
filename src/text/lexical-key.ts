// In what form are two spellings of a word the same? NFKC, lower case, simplified script.
import { simplifyUnit } from './script.ts'

export interface LexicalKey {
  readonly text: string
  /** Offset in the source of each UTF-16 unit of `text`; one more entry at the end: the source's length. */
  readonly offsets: Uint32Array
}

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
const LAST_ASCII = 0x7f
const FIRST_CAPITAL = 0x41
const LAST_CAPITAL = 0x5a
const TO_LOWER_CASE = 0x20

/** The key alone, for texts whose offsets nobody asks for. */
export function foldText(text: string): string {
  const units: number[] = []
  fold(text, units)
  return stringOf(units)
}

/** The key with the way back to the source. */
export function lexicalKey(text: string): LexicalKey {
  const units: number[] = []
  const offsets: number[] = []
  fold(text, units, offsets)
  offsets.push(text.length)
  return { text: stringOf(units), offsets: Uint32Array.from(offsets) }
}

/** Character by character; one of them may become several (`㎡` → `m2`). */
function fold(text: string, units: number[], offsets?: number[]): void {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit >= FIRST_HAN && unit <= LAST_HAN) units.push(simplifyUnit(unit))
    else if (unit <= LAST_ASCII) {
      units.push(unit >= FIRST_CAPITAL && unit <= LAST_CAPITAL ? unit + TO_LOWER_CASE : unit)
    } else {
      const character = String.fromCodePoint(text.codePointAt(at) ?? unit)
      const folded = character.normalize('NFKC').toLowerCase()
      for (let i = 0; i < folded.length; i++) {
        units.push(simplifyUnit(folded.charCodeAt(i)))
        offsets?.push(at)
      }
      at += character.length - 1
      continue
    }
    offsets?.push(at)
  }
}

/** A call takes so many arguments at most on every engine. */
const MAX_ARGUMENTS = 8_192

function stringOf(units: readonly number[]): string {
  let text = ''
  for (let i = 0; i < units.length; i += MAX_ARGUMENTS) {
    text += String.fromCharCode(...units.slice(i, i + MAX_ARGUMENTS))
  }
  return text
}
