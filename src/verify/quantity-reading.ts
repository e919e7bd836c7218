// Which quantities does a text give? Numbers with their units, ranges, scores and dates.
import { type DatePart, datePart, findRelativeYears } from '../text/dates.ts'
import { findNumbers, type NumberMention } from '../text/numbers.ts'
import { type Unit, unitAt } from '../text/units.ts'

export interface Quantity extends NumberMention {
  /** Undefined where none is written: shares, and bare numbers. */
  readonly unit: Unit | undefined
  readonly date: DatePart | undefined
  /** Equal for equal quantities, whatever way they are written. */
  readonly key: string
}

/** Between two numbers these make a range: the first borrows the unit of the second. */
const RANGE_LINK = /^\s*(?:--?|~|至|到)\s*$/u
const YEAR: Unit = { name: '年', dimension: 'span', factor: 12 }

interface Found {
  readonly number: NumberMention
  readonly unit: Unit | undefined
  /** After the unit. */
  readonly end: number
}

/**
 * In text order but for relative years, which come last; `end` takes the unit in.
 *
 * @param folded see fold.ts
 * @param date ISO, of the text; 今年 and 去年 are read as years when it is given
 */
export function findQuantities(folded: string, date?: string): Quantity[] {
  const found = findNumbers(folded).map((number): Found => {
    const mention = number.kind === 'count' ? unitAt(folded, number.end, number.bare) : undefined
    return { number, unit: mention?.unit, end: number.end + (mention?.length ?? 0) }
  })
  const written = found.flatMap(({ number, unit, end }, i) => {
    if (number.bare && !number.ordinal && unit === undefined && !isScore(folded, number)) return []
    return [
      quantity(
        { ...number, end },
        unit ?? borrowedUnit(folded, number, found[i + 1]),
        number.end - number.start,
      ),
    ]
  })
  return [...written, ...findRelativeYears(folded, date).map((year) => quantity(relative(year), YEAR, 4))]
}

function borrowedUnit(folded: string, number: NumberMention, next: Found | undefined): Unit | undefined {
  if (next === undefined || next.number.start - number.end > 4) return undefined
  return RANGE_LINK.test(folded.slice(number.end, next.number.start)) ? next.unit : undefined
}

/** 五比二: numerals beside 比 are numbers without a unit. */
function isScore(folded: string, { start, end }: NumberMention): boolean {
  return (
    /^比[一二三四五六七八九十\d]/u.test(folded.slice(end, end + 2)) ||
    /[一二三四五六七八九十\d]比$/u.test(folded.slice(Math.max(0, start - 2), start))
  )
}

/** @param digits length of the numeral */
function quantity(number: NumberMention, unit: Unit | undefined, digits: number): Quantity {
  const { kind, value, upper = '', ordinal } = number
  return {
    ...number,
    unit,
    date: datePart(value, unit, digits),
    key: `${kind} ${value} ${upper} ${unit?.name ?? ''} ${ordinal ? 'th' : ''}`,
  }
}

function relative({ start, end, year }: { start: number; end: number; year: number }): NumberMention {
  return { start, end, value: year, kind: 'count', bound: 'exact', ordinal: false, bare: false }
}
