// How much of a long run is asked for this time? All of it, unless the environment asks for a share.

const SETTING = 'WENBAO_RELIABILITY_SHARE'

/**
 * @param whole runs, seconds or requests of the full size, ≥ 1
 * @param least below which the test would no longer mean anything
 * @returns a whole number from `least` to `whole`
 */
export function shareOf(whole: number, least = 1): number {
  return Math.min(whole, Math.max(least, Math.round(whole * share())))
}

function share(): number {
  const given = process.env[SETTING] ?? ''
  if (given === '') return 1
  const value = Number(given)
  if (value > 0 && value <= 1) return value
  throw new Error(`${SETTING}: expected a number above 0 and up to 1, got “${given}”.`)
}

/** The figures of a run, where whoever started it sees them: "kills 1000: unopenable 0, half documents 0". */
export function tell(what: string, figures: Readonly<Record<string, number | string>>): void {
  const pairs = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  process.stderr.write(`${what}: ${pairs.join(', ')}\n`)
}
