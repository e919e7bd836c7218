// How is a traditional character written in simplified script?
import { Converter } from 'opencc-js/t2cn'

/** Characters seen so far; a cache of a function of its argument alone, so sharing it changes nothing. */
const seen = new Map<string, string>()
let converter: ((text: string) => string) | undefined

/**
 * The simplified form of one character; itself when there is none. The table is made at the first call (some 15 ms).
 *
 * One character at a time: phrases would be converted better, but then a word cut in half at the edge of a chunk
 * would get another key than the whole word.
 */
export function simplifyCharacter(character: string): string {
  const known = seen.get(character)
  if (known !== undefined) return known
  const convert: (text: string) => string = converter ?? Converter({ from: 't', to: 'cn' })
  converter = convert
  const simplified = convert(character)
  seen.set(character, simplified)
  return simplified
}
