// Which numbers does a text hold, whatever way they are written? 29,000 · 2.9万 · 两万九千 are one value.
import { unitAt } from './units.ts'

/** A share is a fraction of one (90%, 千分之三, 三成); a point is a percentage point; a count is all else. */
export type NumberKind = 'count' | 'share' | 'point'

/** What is said of the value: `about` 约, `above` 超 余 多, `below` 近 不足, `vague` 数(百) 几(十). */
export type Bound = 'exact' | 'about' | 'above' | 'below' | 'vague'

export interface NumberMention {
  /** UTF-16 offset where the numeral starts, modifiers such as 约 and 第 left out. */
  readonly start: number
  /** After the magnitude or the per-cent sign, before the unit. */
  readonly end: number
  /** 90% is 0.9, 千分之三 is 0.003, 3个百分点 is 3, 2.9万 is 29,000. */
  readonly value: number
  /** Upper end of an approximate pair: 三五 (天) is 3 to 5. */
  readonly upper?: number
  readonly kind: NumberKind
  readonly bound: Bound
  /** 第 stands before it. */
  readonly ordinal: boolean
  /** One Chinese character such as 一 or 百: a number only where a unit follows. */
  readonly bare: boolean
}

interface Parsed {
  readonly value: number
  readonly upper?: number
}

const DIGITS: ReadonlyMap<string, number> = new Map(
  [...'零一二三四五六七八九']
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
)
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1e3],
  ['万', 1e4],
  ['亿', 1e8],
])

// Repetitions are capped so that no long run of digits and commas is scanned twice.
const ARABIC = String.raw`(?:\d{1,3}(?:,\d{3}){1,6}(?!\d)|\d{1,40})(?:\.\d{1,20})?`
// 千 and 百 open a unit or a word in 千克, 千米, 千瓦, 百分点, 百货.
const MAGNITUDE = '[多余来几]?(?:[十百千]?[万亿]亿?|[十百千](?![克米瓦赫卡伏帕分货姓]))'
const CHINESE =
  '[零〇一二三四五六七八九两十百千万亿]{1,20}(?:[多余来几][万亿]|点[零〇一二三四五六七八九]{1,10})?'
const NUMERAL = new RegExp(
  `(?<whole>[百千万]分之|[一二三四五六七八九十\\d]{1,3}分之)?(?:${ARABIC}(?:${MAGNITUDE}(?:\\d{1,8}${MAGNITUDE}){0,3})?|${CHINESE})`,
  'gu',
)
const SHARE_SIGN: readonly (readonly [RegExp, number])[] = [
  [/^%/u, 0.01],
  [/^‰/u, 0.001],
  // 成 opens many words: 成立, 成果, 成为, 成员.
  [/^成(?![立为功员果就绩本都人长效熟型分份交品年语片对套])/u, 0.1],
]
const POINT_SIGN = /^个?百分点/u
const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不足|不到|不满|低于|少于|小于|不超过|至多|最多|未达)$/u, 'below'],
  [/(?:超过|超|逾|至少|不少于|不低于|高于|多于|大于|起码|突破)$/u, 'above'],
  [/(?:近|将近|接近)$/u, 'below'],
  [/(?:约|大约|大概)$/u, 'about'],
  [/[数几]$/u, 'vague'],
]
const AFTER: readonly (readonly [RegExp, Bound])[] = [
  [/^(?:余|多|以上)/u, 'above'],
  [/^(?:来(?![自到源])|左右|上下)/u, 'about'],
  [/^(?:以下|以内)/u, 'below'],
]
const BARE = /^[零〇一二三四五六七八九两十百千万亿]$/u

/**
 * All numbers of a text, in order, not overlapping.
 *
 * @param text with half-width digits and signs and simplified numerals
 */
export function findNumbers(text: string): NumberMention[] {
  const mentions: NumberMention[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const start = match.index
    const whole = match.groups?.['whole'] ?? ''
    const parsed = numeralValue(match[0].slice(whole.length))
    const numeralEnd = start + match[0].length
    const isTaken = start < (mentions.at(-1)?.end ?? 0)
    if (parsed === undefined || isTaken || opensUnit(text, start) || isPartOfName(text, start, numeralEnd))
      continue
    const { length, ...scaled } = scale(parsed, whole, text.slice(numeralEnd, numeralEnd + 4))
    const end = numeralEnd + length
    mentions.push({
      start,
      end,
      ...scaled,
      bound: boundAround(text, start, end, match[0]),
      ordinal: text[start - 1] === '第',
      bare: length === 0 && BARE.test(match[0]),
    })
  }
  return mentions
}

/**
 * The value of one numeral: 29,000 · 2.9万 · 10多万 · 3万5千 · 一百一十二万 · 二〇二一 · 三五 (three to five).
 *
 * @returns undefined for what isn't a numeral
 */
function numeralValue(numeral: string): Parsed | undefined {
  if (/^\d/u.test(numeral)) return { value: parseArabic(numeral) }
  const [whole = '', fraction = ''] = numeral.replace(/[多余来几]/u, '').split('点')
  const digits = [...whole]
  if (digits.length === 0 || digits.some((c) => !DIGITS.has(c) && !MAGNITUDES.has(c))) return undefined
  const decimals = Number(`0.${[...fraction].map((c) => DIGITS.get(c) ?? 0).join('')}`)
  if (digits.some((c) => MAGNITUDES.has(c))) return { value: parseChinese(whole) + decimals }
  const [low = 0, high = 0] = digits.map((c) => DIGITS.get(c) ?? 0)
  if (digits.length === 2 && low > 0 && high > low) return { value: low, upper: high }
  return { value: Number(digits.map((c) => DIGITS.get(c) ?? 0).join('')) + decimals }
}

/** 千 of 千克 where the number before it ends. */
function opensUnit(text: string, start: number): boolean {
  return /^千[克米瓦赫卡伏帕]/u.test(text.slice(start, start + 2))
}

/**
 * Digits after a Latin letter belong to a name (F16, COVID-19) unless a unit, a magnitude or a fraction follows
 * (GDP4.8亿元).
 */
function isPartOfName(text: string, start: number, end: number): boolean {
  if (!/[a-z]-?$/iu.test(text.slice(Math.max(0, start - 2), start))) return false
  return /^\d+$/u.test(text.slice(start, end)) && unitAt(text, end) === undefined
}

/** `length`: characters of the sign that follows the numeral. */
function scale(parsed: Parsed, whole: string, following: string) {
  if (whole !== '') {
    const parts = numeralValue(whole.slice(0, -2))?.value ?? 1
    return { value: parsed.value / parts, kind: 'share', length: 0 } as const
  }
  const point = POINT_SIGN.exec(following)
  if (point !== null) return { value: parsed.value, kind: 'point', length: point[0].length } as const
  const sign = SHARE_SIGN.find(([pattern]) => pattern.test(following))
  if (sign !== undefined) return { value: parsed.value * sign[1], kind: 'share', length: 1 } as const
  return { ...parsed, kind: 'count', length: 0 } as const
}

function boundAround(text: string, start: number, end: number, numeral: string): Bound {
  if (/[多余]/u.test(numeral)) return 'above'
  const before = text.slice(Math.max(0, start - 4), start)
  const after = text.slice(end, end + 2)
  const said =
    BEFORE.find(([pattern]) => pattern.test(before)) ?? AFTER.find(([pattern]) => pattern.test(after))
  return said?.[1] ?? 'exact'
}

function parseArabic(numeral: string): number {
  let value = 0
  for (const part of numeral.matchAll(/([\d,]+(?:\.\d+)?)[多余来几]?([十百千万亿]*)/gu)) {
    const magnitude = [...(part[2] ?? '')].reduce((product, c) => product * (MAGNITUDES.get(c) ?? 1), 1)
    value += Number((part[1] ?? '').replaceAll(',', '')) * magnitude
  }
  // 1.15 × 100 is 114.99999999999999 in binary; no report gives more than twelve digits.
  return Number(value.toPrecision(12))
}

/** 二十一, 一百一十二万, 一万二 (12,000): the largest magnitude splits the numeral. */
function parseChinese(numeral: string): number {
  for (const [sign, magnitude] of [...MAGNITUDES].reverse()) {
    const at = numeral.lastIndexOf(sign)
    if (at === -1) continue
    const left = at === 0 ? 1 : parseChinese(numeral.slice(0, at))
    const rest = numeral.slice(at + 1)
    // 一百二 is 120, 一百零二 is 102.
    const right = magnitude > 10 && /^[一二三四五六七八九]$/u.test(rest) ? magnitude / 10 : 1
    return left * magnitude + right * (rest === '' ? 0 : parseChinese(rest))
  }
  return Number([...numeral].map((c) => DIGITS.get(c) ?? 0).join(''))
}
