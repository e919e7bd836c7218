// What follows from the quoted sentences by counting or subtracting? Only what a reader can check at a glance.
import { unitAt } from '../../text/units.ts'
import { fold } from '../../verify/fold.ts'
import { amountAsked } from '../question/amount-asked.ts'
import { subjectOf } from '../question/interrogatives.ts'
import { changeTold } from '../spans/change-told.ts'
import { type Quantity, quantitiesOf } from '../spans/quantities.ts'
import { isSameUnit } from '../spans/same-unit.ts'
import { withoutGaps } from './changes.ts'
import { bigrams, pairOf } from './number-pair.ts'

export interface Derived {
  /** The result in a sentence that says what it was made from. */
  readonly text: string
  /** For the reasons of the claim: 48次 - 22次. */
  readonly from: string
}

/** Asks how far apart two numbers are: 多多少, 比那年多借了几本, 净添了几张, 隔了几年, 差几个百分点. */
const DIFFERENCE =
  /(?:相?差|(?<=比[^,，。？?]{2,16})[多少]\p{Script=Han}{1,4}?|净?[增添加]加?|[多少高低早晚长]|提高|提升|增长|扩大|隔|间隔)(?:了|出|出来|开)*(?:多少|几)(?<unit>个?百分点|[^的，,。？?\s]{1,2})?/u
const SIDES = /比|还是|相?较|和|与|跟|到|、/u
/** Asks how many there are of what a sentence lists. */
const HOW_MANY = /(?:一共|总共|共|分|有|分成|分为)[^，,。]{0,4}?(?:几|多少)(?<unit>[种类个项方面条位家])/u

/**
 * The two things whose numbers are to be subtracted, each as the pairs of characters of its words.
 *
 * @returns undefined for a question that asks for no difference, or doesn't part in two
 */
export function comparedSides(
  question: string,
): readonly [ReadonlySet<string>, ReadonlySet<string>] | undefined {
  const asked = fold(question)
  if (!DIFFERENCE.test(asked)) return undefined
  const [first, second] = sidesOf(asked).slice(-2)
  return first === undefined || second === undefined ? undefined : [first, second]
}

/** A year, or what stands for one. */
const TIME =
  /(?:\d{4}年|\d{2}年|上一?年|去年|前一?年|前年|今年|本年|当年|往年|同期)(?:同期|年?[初底末])?|[的度里相]/gu

/**
 * As `comparedSides`, without the words that ask and the times.
 *
 * @returns undefined too where one side is only a time: one sentence tells mostly what there is and what there was
 */
export function comparedThings(
  question: string,
): readonly [ReadonlySet<string>, ReadonlySet<string>] | undefined {
  const asked = fold(question)
  if (!DIFFERENCE.test(asked)) return undefined
  const sides = subjectOf(asked.replace(DIFFERENCE, ' '))
    .split(SIDES)
    .filter((side) => /[\p{L}\d]/u.test(side))
  const [first, second] = sides.slice(-2).map((side) => bigrams(side.replace(TIME, ' ')))
  if (first === undefined || second === undefined || first.size === 0 || second.size === 0) return undefined
  return [first, second]
}

/** @param asked folded */
export function asksDifference(asked: string): boolean {
  return DIFFERENCE.test(asked)
}

/** With what compares them: 比2021年, 与去年同期相比. */
const TIME_COMPARED =
  /(?:同?比|相?较于?|与|和|从|自|到|至)?(?:\d{4}年度?|\d{2}年|上一?年|去年|前一?年|今年|本年|同期)(?:同期|相比|[初底末])*/gu

/** The question, folded, without the words that ask for a difference, and without the times. */
export function withoutDifference(question: string): string {
  return fold(question).replace(DIFFERENCE, ' ').replace(TIME_COMPARED, ' ')
}

/** Each as the pairs of characters of its words, in their order. */
function sidesOf(asked: string): ReadonlySet<string>[] {
  return subjectOf(asked)
    .split(SIDES)
    .map(bigrams)
    .filter((side) => side.size > 0)
}

/**
 * @param text of the sentences that answer
 * @returns undefined where the question doesn't ask for it, or where it isn't plain which numbers are meant
 */
export function derive(question: string, text: string): Derived | undefined {
  const asked = fold(question)
  return difference(asked, fold(text)) ?? counted(asked, text)
}

function difference(asked: string, text: string): Derived | undefined {
  const match = DIFFERENCE.exec(asked)
  if (match === null) return undefined
  const isOfThings = comparedThings(asked) !== undefined
  const isOfChange = !isOfThings && amountAsked(asked) === 'change'
  // What was added isn't to be subtracted from what there is.
  const told = withoutGaps(quantitiesOf(text), text).filter(
    ({ start }) => isOfThings || changeTold(text, start) === undefined,
  )
  const compared = { question: asked, sides: sidesOf(asked), isOfThings, isOfChange }
  const pair = pairOf(compared, comparable(match.groups?.['unit'] ?? '', told), text)
  if (pair === undefined) return undefined
  const [low, high] = [...pair].sort((a, b) => a.number.value - b.number.value)
  if (low === undefined || high === undefined || low.number.value === high.number.value) return undefined
  const isShare = high.number.kind === 'share'
  const { magnitude, factor } = magnitudeOf(high, text)
  const scale = isShare ? 100 : 1 / factor
  const gap = Number(((high.number.value - low.number.value) * scale).toPrecision(12))
  const unit = isShare
    ? '个百分点'
    : high.date === 'year'
      ? '年'
      : magnitude + text.slice(high.number.end, high.end)
  const [a, b] = [high, low].map(({ start, end }) => text.slice(start, end))
  return { text: `相差${gap}${unit}（${a}与${b}之差）。`, from: `${a} - ${b}` }
}

/** 28.7亿元 less 25.1亿元 is told in 亿元. */
function magnitudeOf({ number }: Quantity, text: string): { magnitude: string; factor: number } {
  const magnitude = /(?<=\d)[万亿]$/u.exec(text.slice(number.start, number.end))?.[0] ?? ''
  return { magnitude, factor: magnitude === '亿' ? 1e8 : magnitude === '万' ? 1e4 : 1 }
}

/** Exact numbers of the unit asked for; of any one unit where none was named. */
function comparable(unit: string, quantities: readonly Quantity[]): Quantity[] {
  const exact = quantities.filter(({ number }) => !number.ordinal && number.bound === 'exact')
  if (unit.includes('百分点')) return exact.filter(({ number }) => number.kind === 'share')
  if (unit.startsWith('年')) return exact.filter(({ date }) => date === 'year')
  const wanted = unitAt(unit, 0)?.unit.name
  const counts = exact.filter(
    ({ number, date, unit: own }) => number.kind === 'count' && date === undefined && own,
  )
  const same = counts.filter(({ unit: own }) =>
    wanted === '个' ? own?.name === wanted : wanted !== undefined && isSameUnit(own, unit),
  )
  // 几个 may stand for a measure word of its own: 几个人, 几个 (支部).
  return same.length >= 2 || (wanted !== undefined && wanted !== '个') ? same : counts
}

/** 管理创新、技术创新、服务创新: items that end in a word of the question. */
function counted(asked: string, text: string): Derived | undefined {
  const unit = HOW_MANY.exec(asked)?.groups?.['unit']
  if (unit === undefined) return undefined
  for (const [list] of text.matchAll(/[\p{Script=Han}“”]{2,12}(?:、[\p{Script=Han}“”]{2,12}){1,}/gu)) {
    const items = list.split('、')
    const ending = items[0]?.slice(-2) ?? ''
    if (!asked.includes(fold(ending)) || !items.every((item) => item.endsWith(ending))) continue
    return { text: `一共${items.length}${unit}：${list}。`, from: `${list}，共${items.length}项` }
  }
  return undefined
}
