// How long to wait before asking an endpoint again?

/** Doubled with every try. */
const FIRST_WAIT_MS = 400
/** A reader who waits longer than this for one retry has left: a longer `Retry-After` isn't waited for at all. */
export const LONGEST_WAIT_MS = 20_000
/** Share of a wait of our own that chance takes off, so that many clients don't come back at once. */
const JITTER = 0.5

/** Worth another try: too many requests, a conflict, or a fault on the other side. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 409 || status === 429 || status >= 500
}

/**
 * @param retryAfter the header: seconds, or an HTTP date; anything else counts as absent
 * @param attempt tries made so far, from 1
 * @param chance 0 to 1
 * @returns milliseconds; undefined when the endpoint asks for more patience than there is
 */
export function retryDelayMs(
  retryAfter: string | null,
  attempt: number,
  now: number,
  chance: number,
): number | undefined {
  const asked = askedWaitMs(retryAfter, now)
  if (asked === undefined)
    return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempt - 1)) * (1 - JITTER * chance)
  // Never earlier than asked for, a little later.
  return asked > LONGEST_WAIT_MS ? undefined : asked + FIRST_WAIT_MS * chance
}

function askedWaitMs(retryAfter: string | null, now: number): number | undefined {
  const value = retryAfter?.trim() ?? ''
  if (/^\d{1,15}(?:\.\d{1,9})?$/.test(value)) return Number(value) * 1000
  // Date.parse takes much for a date, "-5" among it: a real one names its month.
  const date = /[A-Za-z]{3}/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}
