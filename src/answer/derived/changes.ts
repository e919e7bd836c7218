// Which numbers of a text are what something was and what it became?
import type { Quantity } from '../spans/quantities.ts'

export interface Change {
  /** As they stand in the text, one after the other. */
  readonly ends: readonly [Quantity, Quantity]
  /** The later stands first and is compared with a year before it: 38万册, 比2021年的31万册增长. */
  readonly isOverYears: boolean
  /** Not from a year other than the one that the question compares with. */
  readonly isAsked: boolean
}

/** Between the two ends: 从30个增至51个, 由19个党支部调整为31个. */
const FROM_TO = /^[^,，。;；]{0,12}(?:到|至|为|成)[^,，。;；、]{0,4}$/u
const OVER_YEARS =
  /^[^,，。;；]{0,4}[,，]?(?:同?比|相?较)(?:于)?(?:(?:(?<year>\d{4})|\d{2})年|上一?年|去年|前一?年|同期)(?:同期|年?[初底末])?的?$/u
/** Before a number that is itself how much more or less there is: 比上年多了9万元. */
const GAP =
  /[比较][^,，。;；]{1,24}(?:多|少|高|低|增加|增长|成长|净增|减少|下降|提高|提升|上升|降低)[了出]?$/u
/** Characters before a number in which it is said to be a gap. */
const BEFORE = 32

/** Of two such joined by 、 one word says it for both: 增加11条、176公里. */
const JOINED = /^[、和及]$/u
/** The year that a question compares with, rather than the one that it asks about. */
const COMPARED_YEAR = /(?:[比较从自与和跟]|相比于?)(?<year>\d{4})年/u
const YEAR_BEFORE = /上一?年|去年|前一年|同期/u

/**
 * @param quantities of the text, in order
 * @param asked folded
 */
export function changesIn(text: string, quantities: readonly Quantity[], asked: string): Change[] {
  return quantities.flatMap((from, i): Change[] => {
    const to = quantities[i + 1]
    if (to === undefined || !sameUnit([from, to])) return []
    const between = text.slice(from.end, to.start)
    if (FROM_TO.test(between)) return [{ ends: [from, to], isOverYears: false, isAsked: true }]
    const compared = OVER_YEARS.exec(between)
    if (compared === null) return []
    const year = compared.groups?.['year']
    const isAsked = year === undefined || comparesWith(Number(year), asked)
    return [{ ends: [from, to], isOverYears: true, isAsked }]
  })
}

/** 2023年比上年, 比2022年 and 2023年增加 all compare with 2022; a question without a year with any. */
function comparesWith(year: number, asked: string): boolean {
  const years = (asked.match(/(?<!\d)\d{4}(?=年)/gu) ?? []).map(Number)
  if (years.length === 0) return true
  if (years.length > 1) return year === Math.min(...years)
  const base = COMPARED_YEAR.exec(asked)?.groups?.['year']
  return base === undefined || YEAR_BEFORE.test(asked) ? years[0] === year + 1 : Number(base) === year
}

/** A number that is itself a difference isn't to be subtracted. */
export function withoutGaps(quantities: readonly Quantity[], text: string): Quantity[] {
  let gapEnd: number | undefined
  return quantities.filter(({ start, end }) => {
    const isGap =
      GAP.test(text.slice(Math.max(0, start - BEFORE), start)) ||
      (gapEnd !== undefined && JOINED.test(text.slice(gapEnd, start)))
    gapEnd = isGap ? end : undefined
    return !isGap
  })
}

export function sameUnit([a, b]: readonly Quantity[]): boolean {
  return a?.unit?.name === b?.unit?.name && a?.number.kind === b?.number.kind
}
