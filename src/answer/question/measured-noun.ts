// Of what does a Chinese question ask how many or how much? The noun after the measure word, else the one before the asking word.
import type { Range } from '../../text/range.ts'
import { subjectOf } from './interrogatives.ts'

/** With a measure word that a noun may follow; the others name what is counted themselves. */
const ASKED =
  /(?<![这近前后哪十好])(?:多少|几)(?:[个名位家所项例台套张册本份篇件条处座种类场批辆班块道头只届支起门])?/u
/** Up to where the noun reaches that follows: 多少名护士?, 几座桥,… */
const FOLLOWING = /^\p{Script=Han}{2,10}(?=[^\p{Script=Han}]|$)/u
/** Amounts, persons and times: they aren't named by a noun after 多少. */
const OWN_NOUN = /^(?:百分|钱|元|万|亿|人|岁|年|月|日|天|小时|分|秒|次|米|公|平方|亩|吨|倍|级|钟|度)/u
/** Say how it changed, when or how: what stands before them is meant. */
const NO_NOUN =
  /^(?:增长|增加|增多|减少|下降|降低|提高|提升|上升|上涨|缩短|扩大|变成|变为|成为|达到|完成|超过|实现|需要|最[后终近多少高低]|合计|总计|累计|一共|总共|平均|大[概约]|目前|现在|当时|之[前后]|以[前后]|同期|[几一二两三四五六七八九十]\p{Script=Han}|每\p{Script=Han}|那个|这个|要(?!求)\p{Script=Han})$/u
/** Behind a word of two characters they make a noun of it: 志愿者, 满意度. Other single characters there are verbs: 一年花多少. */
const NOUN_END = /^[者员师生车量数率度价费款额品物机]$/u

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * @param folded see verify/fold.ts
 * @returns where it stands; undefined where no noun is there, or nothing is counted
 */
export function measuredNoun(folded: string): Range | undefined {
  const asked = ASKED.exec(folded)
  if (asked === null) return undefined
  const end = asked.index + asked[0].length
  const after = OWN_NOUN.test(folded.slice(end)) ? '' : (FOLLOWING.exec(folded.slice(end))?.[0] ?? '')
  const following = after === '' ? undefined : lastNoun(folded.slice(0, end + after.length), end, /./u)
  return following ?? lastNoun(subjectOf(folded).slice(0, asked.index), 0, NOUN_END)
}

/**
 * The last word, from an offset on; with the one before it where it is a single character.
 *
 * @param end what such a character must be
 */
function lastNoun(text: string, from: number, end: RegExp): Range | undefined {
  const words = [...segmenter.segment(text.slice(from))]
    .map(({ segment, index }) => ({ segment, start: from + index, end: from + index + segment.length }))
    .filter(({ segment }) => segment.trim() !== '' && !NO_NOUN.test(segment))
  const last = words.at(-1)
  const before = words.at(-2)
  if (last === undefined || !/^\p{Script=Han}+$/u.test(last.segment)) return undefined
  if (last.segment.length > 1) return { start: last.start, end: last.end }
  const isJoined =
    end.test(last.segment) && before?.end === last.start && /^\p{Script=Han}+$/u.test(before.segment)
  return isJoined ? { start: before.start, end: last.end } : undefined
}
