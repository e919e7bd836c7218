// Which number stands at the beginning of a line? All families of numbering that Chinese reports use, at once.
import { parseNumeral, parseRoman } from '../../text/numerals.ts'

/** From the highest to the lowest, as they are usually nested. */
export const FAMILIES = [
  'part',
  'label',
  'chapter',
  'section',
  'formal',
  'roman',
  'numeral',
  'numeral-space',
  'numeral-bracket',
  'article',
  'plain',
  'arabic',
  'decimal-2',
  'decimal-3',
  'decimal-4',
  'arabic-paren',
  'arabic-bracket',
  'circled',
  'letter',
] as const

export type Family = (typeof FAMILIES)[number]

export interface Numbering {
  readonly family: Family
  /** One number, or one per part of 1.2.3. */
  readonly values: readonly number[]
  /** Characters of the number with its marks and the blanks after it. */
  readonly length: number
  /** What parts the number from the words: `1. 概况`, `第一章 概况`, `1概况`. */
  readonly partedBy: 'mark' | 'blank' | 'nothing'
}

const HAN_NUMERAL = '[一二三四五六七八九十百零〇○]'
const FORMAL_NUMERAL = '[壹贰貳叁參肆伍陆陸柒捌玖拾]'

/** `values` from the match; undefined when the number doesn't count. */
interface Pattern {
  readonly family: Family
  readonly regex: RegExp
  readonly values?: (numeral: string) => number[]
}

const PATTERNS: readonly Pattern[] = [
  {
    family: 'part',
    regex: new RegExp(`^第\\s?(${HAN_NUMERAL}{1,4}|\\d{1,2})\\s?(?:部分|编|編|篇|卷)[、.．:：]?\\s*`),
  },
  { family: 'chapter', regex: new RegExp(`^第\\s?(${HAN_NUMERAL}{1,4}|\\d{1,2})\\s?章[、.．:：]?\\s*`) },
  { family: 'section', regex: new RegExp(`^第\\s?(${HAN_NUMERAL}{1,4}|\\d{1,2})\\s?[节節][、.．:：]?\\s*`) },
  {
    family: 'article',
    regex: new RegExp(`^第\\s?(${HAN_NUMERAL}{1,4}|\\d{1,3})\\s?[条條款][、.．:：]?\\s*`),
  },
  { family: 'formal', regex: new RegExp(`^(${FORMAL_NUMERAL}{1,3})\\s?[、.．:：\\s]\\s*`) },
  { family: 'numeral', regex: new RegExp(`^(${HAN_NUMERAL}{1,3})\\s?[、.．]\\s*`) },
  { family: 'numeral-space', regex: new RegExp(`^(${HAN_NUMERAL}{1,3})(?:\\s+|$)`) },
  {
    family: 'numeral-bracket',
    regex: new RegExp(`^[（(〔]\\s?(${HAN_NUMERAL}{1,3})\\s?[）)〕]\\s?[、.．]?\\s*`),
  },
  { family: 'numeral-bracket', regex: /^([㈠-㈩])[、.．]?\s*/, values: (sign) => [offsetFrom(sign, 0x3220)] },
  {
    family: 'decimal-2',
    regex: /^(\d{1,2}(?:[.．]\d{1,2}){1,3})[.．、]?(?![\d.．%％‰])\s*/,
    values: (numeral) => numeral.split(/[.．]/).map(Number),
  },
  { family: 'arabic', regex: /^(\d{1,2})\s?[.．、](?!\d)\s*/ },
  { family: 'arabic', regex: /^([⒈-⒛])\s*/, values: (sign) => [offsetFrom(sign, 0x2488)] },
  { family: 'arabic-bracket', regex: /^[（(]\s?(\d{1,2})\s?[）)][、.．]?\s*/ },
  { family: 'arabic-bracket', regex: /^([⑴-⒇])\s*/, values: (sign) => [offsetFrom(sign, 0x2474)] },
  { family: 'arabic-paren', regex: /^(\d{1,2})\s?[)）][、.．]?\s*/ },
  { family: 'circled', regex: /^([①-⑳])[、.．]?\s*/, values: (sign) => [offsetFrom(sign, 0x2460)] },
  { family: 'circled', regex: /^([❶-❿])[、.．]?\s*/, values: (sign) => [offsetFrom(sign, 0x2776)] },
  { family: 'label', regex: /^part\s?[.·]?\s?(\d{1,2})(?!\d)\s?[|｜:：.、/—-]?\s*/i },
  {
    family: 'label',
    regex: new RegExp(`^part\\s?[.·]?\\s?(${HAN_NUMERAL}{1,2})\\s?[|｜:：.、/—-]?\\s*`, 'i'),
  },
  { family: 'label', regex: /^(0\d)(?![\d%％年月日.．:：])\s?[|｜、/]?\s*/ },
  { family: 'arabic', regex: /^(\d{1,2})(?:\s+|$|(?=[\p{Script=Han}“《]))(?!\d)/u },
  { family: 'roman', regex: /^([IVX]{1,4}|[Ⅰ-Ⅻ])\s?[、.．)]\s*/, values: (sign) => [parseRoman(sign) ?? 0] },
  { family: 'letter', regex: /^([A-H])\s?[、.．)]\s*/, values: (sign) => [offsetFrom(sign, 0x41)] },
]

/** Characters of a line that are looked at. */
const LOOKED_AT = 40

/** The number at the beginning of the line in the first family that fits; one that can't count (第零章, 3.0) is none. */
export function parseNumbering(text: string): Numbering | undefined {
  const start = text.slice(0, LOOKED_AT)
  for (const { family, regex, values } of PATTERNS) {
    const match = regex.exec(start)
    const numeral = match?.[1]
    if (match === null || numeral === undefined) continue
    const numbers = values?.(numeral) ?? [parseNumeral(numeral) ?? 0]
    const isReference = REFERENCE.test(match[0]) && REFERS.test(text.slice(match[0].length))
    if (isReference || numbers.some((value) => value < 1) || isQuantity(text, match[0], numbers))
      return undefined
    const parted = partedBy(match[0])
    return {
      family: familyOf(family, numbers, parted),
      values: numbers,
      length: match[0].length,
      partedBy: parted,
    }
  }
  return undefined
}

function partedBy(label: string): Numbering['partedBy'] {
  if (/[、.．:：|｜)）〕\u2460-\u249b\u2776-\u277f\u3220-\u3229-]\s*$/.test(label)) return 'mark'
  return /\s$/.test(label) ? 'blank' : 'nothing'
}

/** The number has no mark of its own and could as well count something: `1 概况`, `一 概况`. Its place in the count must prove it. */
export function isBareNumber({ family }: Numbering): boolean {
  return family === 'plain' || family === 'numeral-space'
}

/** What makes a chapter's number a reference to it: 第三章所列……, 第二节和……. */
const REFERENCE = /^第.*[^\s:：.．、]$/

const REFERS = /^(?:[所的中对是为以和与及至到规規]|规定|[、，,])/

/** Units and counters that make the number before them a quantity: 3.0T, 4.6亿元, 12个, 二、三产业. */
function isQuantity(text: string, label: string, numbers: readonly number[]): boolean {
  const rest = text.slice(label.length)
  if (/^[一二三四五六七八九十]、/.test(label)) {
    const next = /^[一二三四五六七八九十]/.test(rest) ? parseNumeral(rest[0] ?? '') : undefined
    return next !== undefined && next === (numbers[0] ?? 0) + 1 && !/^[一二三四五六七八九][〇○零]/.test(rest)
  }
  if (!/^\d/.test(label) || /[.．、]\s*$/.test(label)) return false
  if (/^(?:[%％‰℃\d]|(?:[TGMK]B?|[kmcμ]?[gmLlWVA]|[kMG]?(?:Wh?|Hz|bps)|min|[hst])(?![a-zA-Z]))/.test(rest))
    return true
  const isTight = !/\s$/.test(label)
  return (
    isTight &&
    /^[个名人次年月日时小時点點分秒天周岁歲元万萬亿億千百倍家所项項件台套张張篇部本册冊位种種類条條座栋棟间間公米千吨噸平亩畝多余餘级級届屆号號度成折]/.test(
      rest,
    )
  )
}

function familyOf(family: Family, numbers: readonly number[], parted: Numbering['partedBy']): Family {
  if (family === 'arabic' && parted !== 'mark') return 'plain'
  if (family !== 'decimal-2') return family
  return numbers.length === 2 ? 'decimal-2' : numbers.length === 3 ? 'decimal-3' : 'decimal-4'
}

function offsetFrom(sign: string, base: number): number {
  return sign.charCodeAt(0) - base + 1
}
