// When is that? A date as a report or a condition gives it: a year, a month, a day, or a moment.

/** Milliseconds since 1970, UTC; `end` is the first one after it. */
export interface Period {
  readonly start: number
  readonly end: number
}

const DATE = /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2})(?:[T ].*)?)?)?\s*$/
/** Dify sends times as seconds, some clients as milliseconds; of these even 1973 has more digits than any second before 5138. */
const FIRST_MILLISECONDS = 100_000_000_000
const LAST_YEAR = 9999

/** @returns undefined for what is no date */
export function periodOf(value: string | number): Period | undefined {
  const moment = Number(value)
  if (Number.isFinite(moment) && moment > LAST_YEAR) {
    const start = moment < FIRST_MILLISECONDS ? moment * 1000 : moment
    return { start, end: start + 1 }
  }
  const [, year, month, day] = DATE.exec(String(value)) ?? []
  if (year === undefined) return undefined
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)]
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined
  const start = Date.UTC(y, m - 1, d)
  if (day !== undefined) return { start, end: Date.UTC(y, m - 1, d + 1) }
  return { start, end: month === undefined ? Date.UTC(y + 1, 0, 1) : Date.UTC(y, m, 1) }
}
