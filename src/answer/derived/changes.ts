// Which numbers of a text are what something was and what it became?
import type { Quantity } from '../spans/quantities.ts'

export interface Change {
  /** As they stand in the text, one after the other. */
  readonly ends: readonly [Quantity, Quantity]
  /** The later stands first and is compared with a year before it: 38万册, 比2021年的31万册增长. */
  readonly isOverYears: boolean
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

/**
 * @param quantities of the text, in order
 * @param asked folded; a change from a year that it doesn't name is none where it names one
 */
export function changesIn(text: string, quantities: readonly Quantity[], asked: string): Change[] {
  const years: readonly string[] = asked.match(/(?<!\d)\d{4}(?=年)/gu) ?? []
  return quantities.flatMap((from, i): Change[] => {
    const to = quantities[i + 1]
    if (to === undefined || !sameUnit([from, to])) return []
    const between = text.slice(from.end, to.start)
    if (FROM_TO.test(between)) return [{ ends: [from, to], isOverYears: false }]
    const compared = OVER_YEARS.exec(between)
    const year = compared?.groups?.['year']
    const isMeant = compared !== null && (year === undefined || years.length === 0 || years.includes(year))
    return isMeant ? [{ ends: [from, to], isOverYears: true }] : []
  })
}

/** A number that is itself a difference isn't to be subtracted. @param start where it begins in the text */
export function isGap(text: string, start: number): boolean {
  return GAP.test(text.slice(Math.max(0, start - BEFORE), start))
}

export function sameUnit([a, b]: readonly Quantity[]): boolean {
  return a?.unit?.name === b?.unit?.name && a?.number.kind === b?.number.kind
}
