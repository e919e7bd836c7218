// Of what does a Chinese question ask how many or how much? The words after the measure word, else the noun before the asking word.
import type { Range } from '../../text/range.ts'
import { subjectOf } from './interrogatives.ts'

/** With a measure word that a noun may follow; the others name what is counted themselves. */
const ASKED =
  /(?<![这近前后哪十好])(?:多少|几)(?:[个名位家所项例台套张册本份篇件条处座种类场批辆班块道头只届支起门])?/u
/** Up to where the words reach that follow: 多少名护士?, 几座桥,… */
const FOLLOWING = /^\p{Script=Han}{2,10}(?=[^\p{Script=Han}]|$)/u
/** Amounts, persons and times: they aren't named by a noun after 多少. */
const OWN_NOUN =
  /^(?:百分|[美欧日港英]元|英镑|钱|元|万|亿|人|岁|年|月|日|天|小时|分|秒|次|米|公|平方|亩|吨|倍|级|钟|度|以[上下]|左右|时[间候]?)/u
/** Say that a number is asked for, how it changed or when: what stands before them is meant. */
const NO_NOUN =
  /^(?:比[例重]|百分比|数[量目额]|总[数量额]|人数|次数|金额|增长|增加|增多|减少|下降|降低|提高|提升|上升|上涨|缩短|扩大|变成|变为|成为|达到|完成|超过|实现|需要|最[后终近多少高低]|合计|总计|累计|一共|总共|平均|大[概约]|[今去前上本全]年|目前|现在|当时|时候|之[前后]|以[前后上下]|同期|[几一二两三四五六七八九十]\p{Script=Han}|每\p{Script=Han}|[这那][个种些样位]|要(?!求)\p{Script=Han}|更\p{Script=Han}|比上)$/u
/** No noun follows, but what is done: 多少可以算及格. */
const DOING = /[可能会应需要得]/u
/** Ends of nouns; other single characters that a dictionary cuts off are verbs: 一年花多少. */
const NOUN_END = /[者员师生车量数率度价费款额品物机比产]$/u
/** Between words that are counted together, or before the one that is. */
const JOINT = /^[的和与及跟或在里中了过年月日]$/u

/** Only the last clause before the asking word says what is counted. */
const LAST_CLAUSE = /[^,。;:、?!]*$/u

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * @param folded see verify/fold.ts
 * @returns where the words stand, in order: all that follow the measure word (全科 and 医生), or the noun before the asking word.
 *   A word that a dictionary cuts into single characters is one again (救护车, 满意度). None where nothing is counted.
 */
export function measuredWords(folded: string): Range[] {
  const asked = ASKED.exec(folded)
  if (asked === null || /哪/u.test(folded)) return []
  const end = asked.index + asked[0].length
  const subject = subjectOf(folded)
  const after = OWN_NOUN.test(folded.slice(end)) ? '' : (FOLLOWING.exec(subject.slice(end))?.[0] ?? '')
  // What stands before 的 is a clause: 多少个社区结的对子.
  const own = end + after.lastIndexOf('的') + 1
  const before = subject.slice(0, asked.index)
  const offset = after === '' ? before.search(LAST_CLAUSE) : own
  const words =
    after === '' ? joined(before.slice(offset)).slice(-1) : joined(subject.slice(offset, end + after.length))
  if (DOING.test(after)) return []
  return words
    .filter(({ isWord, text }) => text.length > 1 && (isWord || NOUN_END.test(text)))
    .map(({ start, text }) => ({ start: offset + start, end: offset + start + text.length }))
}

interface Word {
  readonly text: string
  readonly start: number
  /** As a dictionary has it: nothing was joined to it. */
  readonly isWord: boolean
}

/** Words that may be nouns; single characters belong to what stands before them. */
function joined(text: string): Word[] {
  const words: Word[] = []
  for (const { segment, index } of segmenter.segment(text)) {
    if (!/^\p{Script=Han}+$/u.test(segment) || NO_NOUN.test(segment) || JOINT.test(segment)) continue
    const last = words.at(-1)
    if (last && segment.length === 1 && last.start + last.text.length === index)
      words.splice(-1, 1, { text: last.text + segment, start: last.start, isWord: false })
    else words.push({ text: segment, start: index, isWord: true })
  }
  return words
}
