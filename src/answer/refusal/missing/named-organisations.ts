// Which names of organisations does a question hold? Not what many are together: 公立医院, 全市中学, 多少家医院.
import type { DocumentSummary } from '../../../collection/collection.ts'
import {
  INSTITUTION,
  INSTITUTION_KINDS,
  LEVELLED_PLACE,
  PLACED_INSTITUTION,
} from '../../../search/routing/institutions.ts'
import { fold } from '../../../verify/fold.ts'
import { subjectOf } from '../../question/interrogatives.ts'

/** What may stand before a name without belonging to it. */
const NAME_START =
  /^.*(?:[的在到去从由给跟向把被让问说讲这那哪,。?!:;、“”《》\s]|请问|关于|介绍|一下|[和与及](?=\p{Script=Han}{2,3}[省市县区]))/u
const NAME = new RegExp(`(?:\\p{Script=Han}{2,20}?(?:${PLACED_INSTITUTION})){1,2}`, 'gu')
/** Between two names: 公办小学和民办小学. */
const BETWEEN = new RegExp(`(?<=${PLACED_INSTITUTION})(?:和|与|比|或者?|以及|及|同|还是)`, 'u')
/** Without a place before it, other endings are no names. */
const SAYS_ENOUGH = new RegExp(`(?:${INSTITUTION})$`, 'u')
/** Its 年 is no beginning of a name. */
const YEAR = /\d+年(?:度|[初中末底])?/gu
/** Say which sort, and not which one. */
const SORTS =
  '公立|民营|私立|公办|民办|国有|私营|普通|普惠性?|(?:非)?营利性|综合|专科|特殊教育|(?:中等|高等)?职业|寄宿制?|九年一贯制|示范性?|[一二三]级|三甲|甲等|[省市县区]级|[省市县区直]属|城区|城镇|城市|农村|乡村|乡镇|社区|基层|现代|典型|知名|下级|上级|合作|重点|互联网|家|所|个'
/** Says nothing of which one: 这家医院, 各医院, 三甲医院, 本地医院. */
const COMMON = new RegExp(
  `^(?:[该本贵各每某别其哪几一两三多全这那]|我们|你们|他们|当地|本地|国内|其他|其它|所有|全部|人民|中心|附属|${SORTS})*(?:${INSTITUTION_KINDS})$`,
  'u',
)
/** After a place: 公立医院 are many, 人民医院 is one; 医院 alone is either. */
const SORT = new RegExp(`^(?<sorts>(?:${SORTS})*)(?:${INSTITUTION_KINDS})$`, 'u')
/** Everything in it: 全市医院. */
const WHOLE_PLACE = /^[全本我该][省市县区]/u
/** Reports on a whole place, not on itself alone. */
const AUTHORITY = /(?:委员会|委|局|厅|政府|办公室)$/u

/**
 * @param question as given
 * @param documents tell which places the reports are of: beside a report of the authorities of 青山市, 青山市中学 are all its
 *   schools, elsewhere one school
 * @returns folded, in the order of the question
 */
export function organisationsIn(question: string, documents: readonly DocumentSummary[]): string[] {
  const asked = subjectOf(question).replace(YEAR, blank)
  return [...asked.matchAll(NAME)]
    .flatMap(([name]) => name.split(BETWEEN))
    .map((name) => name.replace(NAME_START, ''))
    .filter((name) => name.length >= 4 && (SAYS_ENOUGH.test(name) || LEVELLED_PLACE.test(name)))
    .filter((name) => !isCommon(name, documents))
}

function isCommon(name: string, documents: readonly DocumentSummary[]): boolean {
  if (COMMON.test(name.replace(WHOLE_PLACE, ''))) return true
  if (placesOf(documents).some((short) => name.startsWith(short) && isSort(name.slice(short.length))))
    return true
  const place = placeOf(name)
  const sorts = SORT.exec(name.slice(place.length))?.groups?.['sorts']
  if (place === '' || sorts === undefined) return false
  const local = ofPlace(place, documents)
  return sorts === ''
    ? local.some(({ organisation, title }) => AUTHORITY.test(fold(organisation ?? title)))
    : local.length > 0
}

/** The 青山市 of 青山市中学; empty where a name begins with no place. */
export function placeOf(name: string): string {
  return LEVELLED_PLACE.exec(name)?.[0] ?? ''
}

/** Reports of the organisations of a place. */
export function ofPlace(place: string, documents: readonly DocumentSummary[]): DocumentSummary[] {
  return documents.filter(({ organisation, title }) => fold(organisation ?? title).startsWith(place))
}

/** Without what they are: 青山 of 青山市教育局. */
function placesOf(documents: readonly DocumentSummary[]): string[] {
  return documents.flatMap(({ organisation }) => placeOf(fold(organisation ?? '')).slice(0, -1) || [])
}

/** 民办小学, and not 小学 alone: 青山小学 is one school. */
function isSort(rest: string): boolean {
  return (SORT.exec(rest)?.groups?.['sorts'] ?? '') !== ''
}

function blank(words: string): string {
  return ' '.repeat(words.length)
}
