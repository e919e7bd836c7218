// In what form are two spellings of a word the same? NFKC, lower case, simplified script.
import { simplifyCharacter } from './script.ts'

export interface LexicalKey {
  readonly text: string
  /** Offset in the source of each UTF-16 unit of `text`; one more entry at the end: the source's length. */
  readonly offsets: Uint32Array
}

const FIRST_HAN = 0x4e00
const LAST_HAN = 0x9fff
const LAST_ASCII = 0x7f

/** Folds one code point; the result may be longer (`㎡` → `m2`). */
function foldCharacter(character: string, codePoint: number): string {
  if (codePoint >= FIRST_HAN && codePoint <= LAST_HAN) return simplifyCharacter(character)
  if (codePoint <= LAST_ASCII) return character.toLowerCase()
  let folded = ''
  for (const part of character.normalize('NFKC').toLowerCase()) folded += simplifyCharacter(part)
  return folded
}

/** The key alone, for texts whose offsets nobody asks for. */
export function foldText(text: string): string {
  let key = ''
  for (const character of text) key += foldCharacter(character, character.codePointAt(0) ?? 0)
  return key
}

/** The key with the way back to the source. */
export function lexicalKey(text: string): LexicalKey {
  let key = ''
  const offsets: number[] = []
  let at = 0
  for (const character of text) {
    const folded = foldCharacter(character, character.codePointAt(0) ?? 0)
    for (let i = 0; i < folded.length; i++) offsets.push(at)
    key += folded
    at += character.length
  }
  offsets.push(at)
  return { text: key, offsets: Uint32Array.from(offsets) }
}
