// Which day, month or year does a line name? Dates as Chinese papers write them, as ISO.
import { parseNumeral } from '../text/numerals.ts'

const ARABIC = /((?:19|20)\d{2})\s?[-年/.．]\s?(\d{1,2})(?:\s?[-月/.．]\s?(\d{1,2}))?/

const HAN =
  /([一二][〇○零О0oO九]?[〇○零一二三四五六七八九]{2,3})年\s?([一二三四五六七八九十]{1,2})月(?:\s?([一二三四五六七八九十廿]{1,3})日)?/

/** The year 0 of the Republic, whose years count on Taiwan: 113 is 2024. */
const REPUBLIC_BEGAN = 1911

const REPUBLIC =
  /(?:中華)?民國\s?(\d{2,3}|[一二三四五六七八九十百〇○零]{1,5})\s?年(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,2})\s?月)?(?:\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?日)?/

/** First date of the text as YYYY-MM-DD or YYYY-MM (or YYYY in years of the Republic); undefined when there is none. */
export function findDate(text: string): string | undefined {
  const republic = REPUBLIC.exec(text)
  if (republic !== null)
    return iso((parseNumeral(republic[1] ?? '') ?? 0) + REPUBLIC_BEGAN, republic[2], republic[3])
  const arabic = ARABIC.exec(text)
  if (arabic !== null) return iso(Number(arabic[1]), arabic[2], arabic[3])
  const han = HAN.exec(text)
  if (han === null) return undefined
  return iso(parseNumeral((han[1] ?? '').replace(/[Оo0O]/g, '〇')) ?? 0, han[2], han[3])
}

const DAY_ONLY =
  /^[（(]?[\d一二三四五六七八九十〇○零ОoO廿\s]{2,8}[年.\-/．]\s?(?:[\d一二三四五六七八九十\s]{1,4}[月.\-/．]?)?\s?(?:[\d一二三四五六七八九十廿\s]{1,4}日?)?[）)]?$/

/** The line is a date and nothing else. */
export function isDateLine(text: string): boolean {
  if (text.length > 24) return false
  if (/^[（(]?(?:中華)?民國.{1,16}[年月日][）)]?$/.test(text)) return true
  return DAY_ONLY.test(text) && (findDate(text) !== undefined || /^[（(]?(?:19|20)\d{2}年[）)]?$/.test(text))
}

const YEAR =
  /(?<!\d)((?:19|20)\d{2})(?:\s?[-—–~～至到]\s?((?:19|20)\d{2}))?(?=\s?[年~～至到—–\-学財财Q上下]|年|[^\d]|$)/g

/** Years that a title speaks of, ascending; 2021—2023年 gives all three. */
export function yearsIn(text: string): number[] {
  const years = new Set<number>()
  for (const [, from, to] of text.matchAll(YEAR)) {
    const first = Number(from)
    const last = to === undefined ? first : Number(to)
    for (let year = first; year <= last && year - first < 30; year++) years.add(year)
  }
  for (const [, han] of text.matchAll(/([一二][〇○零九][〇○零一二三四五六七八九]{2})年/g)) {
    const year = parseNumeral(han ?? '')
    if (year !== undefined) years.add(year)
  }
  for (const [, republic] of text.matchAll(
    /(?:民國\s?)?(1[01]\d|一[〇○零一][〇○零一二三四五六七八九])\s?年度?/g,
  )) {
    const year = parseNumeral(republic ?? '')
    if (year !== undefined && (years.size === 0 || text.includes('民國'))) years.add(year + REPUBLIC_BEGAN)
  }
  return [...years].sort((a, b) => a - b)
}

function iso(year: number, month: string | undefined, day: string | undefined): string | undefined {
  const m = month === undefined ? undefined : parseNumeral(month)
  const d = day === undefined ? undefined : parseNumeral(day.replace('廿', '二十'))
  if (year < 1900 || year > 2100) return undefined
  if (m === undefined) return String(year)
  if (m < 1 || m > 12) return undefined
  const upToMonth = `${year}-${String(m).padStart(2, '0')}`
  return d === undefined || d < 1 || d > 31 ? upToMonth : `${upToMonth}-${String(d).padStart(2, '0')}`
}
