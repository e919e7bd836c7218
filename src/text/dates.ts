// Which numbers are parts of a date, and which years do words like 今年 stand for?
import type { Unit } from './units.ts'

export type DatePart = 'year' | 'month' | 'day'

/** 年 after four digits from 1000 to 2199 names a year, after any other number a span of years. */
const FIRST_YEAR = 1000
const LAST_YEAR = 2199

/**
 * What a number with its unit names in a calendar.
 *
 * @param digits how many characters the numeral takes: 2千年 is no year
 * @returns undefined for durations and counts
 */
export function datePart(value: number, unit: Unit | undefined, digits: number): DatePart | undefined {
  if (unit === undefined || !Number.isInteger(value)) return undefined
  switch (unit.name) {
    case '年':
      return digits === 4 && value >= FIRST_YEAR && value <= LAST_YEAR ? 'year' : undefined
    case '月':
      return value >= 1 && value <= 12 ? 'month' : undefined
    case '日':
      return value >= 1 && value <= 31 ? 'day' : undefined
    default:
      return undefined
  }
}

const RELATIVE_YEARS: ReadonlyMap<string, number> = new Map([
  ['今年', 0],
  ['本年', 0],
  ['去年', -1],
  ['上年', -1],
  ['前年', -2],
  ['明年', 1],
])
const RELATIVE_YEAR = /今年|本年(?!级)|去年|上年|前年|明年/gu

export interface RelativeYear {
  /** UTF-16 offsets of the word. */
  readonly start: number
  readonly end: number
  readonly year: number
}

/**
 * 今年, 去年, … with the year that they stand for.
 *
 * @param date ISO, of the text's publication
 * @returns none without a date
 */
export function findRelativeYears(text: string, date: string | undefined): RelativeYear[] {
  const published = /^\d{4}/u.exec(date ?? '')?.[0]
  if (published === undefined) return []
  return [...text.matchAll(RELATIVE_YEAR)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    year: Number(published) + (RELATIVE_YEARS.get(word) ?? 0),
  }))
}
