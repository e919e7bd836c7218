// How are two spellings of one text made equal? Width, case, script and marks, one unit for one unit.
import { simplifyUnit } from '../text/script.ts'

/** Signs that stand for each other. 着 and 著 are one character in traditional script. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['〈', '《'],
  ['〉', '》'],
  ['–', '-'],
  ['—', '-'],
  ['―', '-'],
  ['～', '~'],
  ['〜', '~'],
  ['•', '·'],
  ['‧', '·'],
  ['・', '·'],
  ['　', ' '],
  ['\u00a0', ' '],
  ['著', '着'],
])
/** Full-width forms from ！ to ～ lie this far above their ASCII ones. */
const FULL_WIDTH = 0xfee0
const FIRST_FULL_WIDTH = 0xff01
const LAST_FULL_WIDTH = 0xff5e

/**
 * The text with half-width digits, letters and marks, in lower case and simplified script.
 *
 * @returns same length as the text, so that offsets of one are offsets of the other
 */
export function fold(text: string): string {
  let folded = ''
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charCodeAt(i))
  return folded
}

function foldUnit(unit: number): string {
  const narrow = unit >= FIRST_FULL_WIDTH && unit <= LAST_FULL_WIDTH ? unit - FULL_WIDTH : unit
  const simplified = String.fromCharCode(simplifyUnit(narrow))
  const lower = simplified.toLowerCase()
  const single = lower.length === 1 ? lower : simplified
  return SAME.get(single) ?? single
}
