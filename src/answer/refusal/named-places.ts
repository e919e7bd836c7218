// Which towns and counties does a question begin with? Only with their level: 青山市, 绿水县.
import { subjectOf } from '../question/interrogatives.ts'

/** At the front of a question or of a part of it, where a year may stand before it; the 市 of 市场 is no level. */
const PLACE =
  /(?:^|[,。?!:;、“”\s]|\d年(?:度|[初中末底])?)(?<place>\p{Script=Han}{2,4}?(?:市(?![场民值盈面政售价])|县(?![级域长])))/gu
/** Characters, its level included; longer ones are words that run into 市 or 县. */
const SHORTEST = 3
const LONGEST = 4
/** Words before a place that are no part of it. */
const BEFORE = /^[在到去从由给跟向对把被让和与及]/u
/** Any of them, or no town at all: 全市, 地级市, 一线城市, 农村股市. */
const NO_PLACE =
  /^[全我本该各每这那哪几多某外同跨县省]|[级大中小新型困强辖]市$|[级困强大]县$|[城股超门夜楼菜早花上车]市$/u

/**
 * @param names of organisations in the question: their places aren't asked about
 * @returns folded, in the order of the question
 */
export function placesIn(question: string, names: readonly string[]): string[] {
  return [...subjectOf(question).matchAll(PLACE)]
    .map(({ groups }) => (groups?.['place'] ?? '').replace(BEFORE, ''))
    .filter((place) => place.length >= SHORTEST && place.length <= LONGEST)
    .filter((place) => !NO_PLACE.test(place) && !names.some((name) => name.includes(place)))
}
