// Of one of several alike is the question? The 文学院 of a university, the 西院区 of a hospital, a county of a city.
import { fold } from '../../verify/fold.ts'
import { subjectOf } from './interrogatives.ts'

/** One of several that share the last part of their names. */
export interface NamedPart {
  /** What tells it from the others: 西 of 西院区. */
  readonly own: string
  /** What they share: 院区. */
  readonly kind: string
}

/** Longest first. */
const KINDS = '分公司 学院 院区 校区 厂区 分院 分馆 分校 支部 街道 科 县 镇 乡 区'.split(' ')
/** Words that end like a part and name none, and what stands before the kind where any or all are meant. */
const NO_PART =
  /^(?:(?:[学本专理文医百外内全各每某该这那哪几两多其同何单整老新一二三四五六七八九十]|哪[个些]|这个|所有|各个|其他|多个|基层)?(?:科|县|镇|乡|党?支部)|(?:[全各每某该这那哪几两多其同何]|哪[个些]|所有|各个|其他)?(?:学院|院区|校区|厂区|分院|分馆|分校|分公司|街道)|[下返家故老城他异回同]乡|[社病地城小市郊山灾景园片辖全新老库选战考战军牧林农矿]?区)$/u
const BOUNDARY = /[^\p{Script=Han}]+|[的和与跟及或在里中内]/u
/** 科研, 镇子, 区域: the kind is no word of its own there. */
const NAME = new RegExp(
  `^\\p{Script=Han}{0,8}(?:${KINDS.join('|')})(?![子长级城室研技学员目普协亲间域块书建])`,
  'u',
)
/** Longer ones are no names of places, but words that run into 县, 镇, 乡 or 区. */
const LONGEST_PLACE = 3
const POINTING = /^(?:[这那该]个?|我们?|咱们?)/u
/** Counts, and is no part of a name: 多少名|全科医生. */
const COUNTED = /(?<=多少|几)[个名位家所间支条](?=\p{Script=Han}{2})/gu
/** A larger one before it: the 某某县 of 某某县西院区. */
const LARGER = /^.*[省市县区镇乡院校馆]/u

/**
 * @param question without the names of organisations that it was routed by
 * @returns the first part that is named; undefined where none is
 */
export function namedPart(question: string): NamedPart | undefined {
  for (const piece of subjectOf(fold(question).replace(COUNTED, ' ')).split(BOUNDARY)) {
    const name = NAME.exec(fold(piece))?.[0] ?? ''
    const kind = KINDS.find((one) => name.endsWith(one)) ?? ''
    const own = name
      .slice(0, name.length - kind.length)
      .replace(LARGER, '')
      .replace(POINTING, '')
    const isTooLong = '县镇乡区'.includes(kind) && own.length > LONGEST_PLACE
    if (kind !== '' && own !== '' && !isTooLong && !NO_PART.test(own + kind)) return { own, kind }
  }
  return undefined
}

/**
 * Whether a name may be that of the part: one has all characters of the other in their order, as short forms do.
 *
 * @param before what stands before the kind, other words before it included
 */
export function isSamePart(before: string, own: string): boolean {
  return isWithin(own, before) || isWithin(before, own)
}

function isWithin(short: string, long: string): boolean {
  let at = 0
  for (const character of long) if (character === short[at]) at++
  return at === short.length
}

/** What stands before the kind at each place of a text, nearest last; empty where any or all are meant. */
export function partsIn(text: string, kind: string): { readonly before: string; readonly end: number }[] {
  return [...text.matchAll(new RegExp(`(?<before>\\p{Script=Han}{0,8})${kind}`, 'gu'))].map((match) => {
    const before = (match.groups?.['before'] ?? '').split(BOUNDARY).at(-1) ?? ''
    const isNone = NO_PART.test(before.slice(-2) + kind) || NO_PART.test(before.slice(-1) + kind)
    return { before: isNone ? '' : before, end: match.index + match[0].length }
  })
}
