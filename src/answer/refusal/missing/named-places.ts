// Which towns and counties does a question begin with? Only with their level: 青山市, 绿水县.
import { subjectOf } from '../../question/interrogatives.ts'

/** At the front of a question or of a part of it, where a year may stand before it; the 市 of 市场 is no level. */
const PLACE =
  /(?:^|[,。?!:;、“”\s]|\d年(?:度|[初中末底])?)(?<place>[在到去从由给跟向对把被让和与及]?(?:(?![的有是了在和与及])\p{Script=Han}){2,3}?(?:市(?![场民值盈面政售价])|县(?![级域长])))/gu
/** Characters, its level included. */
const SHORTEST = 3
/** Words before a place that are no part of it. */
const BEFORE = /^[在到去从由给跟向对把被让和与及]/u
/** Any of them, or no town at all: 全市, 周边县市, 地级市, 一线城市. */
const NO_PLACE =
  /^[全我本该各每这那哪几多某外同跨县省]|^(?:兄弟|周边|邻近|相邻|附近|其[他它余]|所有)|[级大中小新型困强辖]市$|[级困强大]县$|[城股超门夜楼菜早花上车都县地]市$/u

/**
 * @param names of organisations in the question: their places aren't asked about
 * @returns folded, in the order of the question
 */
export function placesIn(question: string, names: readonly string[]): string[] {
  return [...subjectOf(question).matchAll(PLACE)]
    .map(({ groups }) => (groups?.['place'] ?? '').replace(BEFORE, ''))
    .filter((place) => place.length >= SHORTEST)
    .filter((place) => !NO_PLACE.test(place) && !names.some((name) => name.includes(place)))
}
