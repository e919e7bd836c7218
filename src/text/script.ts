// How is a traditional character written in simplified script?
import { Converter } from 'opencc-js/t2cn'

/**
 * Simplified code unit by code unit; 0: not asked for yet. A cache of a function of its argument alone, so sharing it
 * changes nothing; an array, since every character of every text passes here.
 */
const simplified = new Uint16Array(2 ** 16)
let converter: ((text: string) => string) | undefined

/**
 * The simplified form of one UTF-16 unit; itself when there is none. The table is made at the first call (some 15 ms).
 *
 * One character at a time: phrases would be converted better, but then a word cut in half at the edge of a chunk
 * would get another key than the whole word. Characters beyond the first plane stay as they are.
 */
export function simplifyUnit(unit: number): number {
  const known = simplified[unit] ?? 0
  if (known !== 0) return known
  const convert: (text: string) => string = converter ?? Converter({ from: 't', to: 'cn' })
  converter = convert
  const result = convert(String.fromCharCode(unit))
  const found = result.length === 1 ? result.charCodeAt(0) : unit
  simplified[unit] = found
  return found
}

/** The text in simplified script, otherwise as it is; offsets of one are offsets of the other. */
export function simplify(text: string): string {
  return Array.from({ length: text.length }, (_, i) =>
    String.fromCharCode(simplifyUnit(text.charCodeAt(i))),
  ).join('')
}
