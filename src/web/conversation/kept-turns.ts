// Which conversation does this tab go on with? So that coming back from a report, or changing the language, finds it again.
import { keep, kept } from '../service/kept.ts'
import type { Turn } from './turns.ts'

const KEPT_AS = 'wenbao-turns'
/** Each holds its passages, some 20 KB: a tab may keep about 5 MB. */
const MOST_TURNS = 30

export function keptTurns(): readonly Turn[] {
  try {
    return JSON.parse(kept(KEPT_AS) ?? '[]') as Turn[] // written below, by the same release
  } catch {
    // Written by another release, or cut off: a conversation that is lost, no more.
    return []
  }
}

/** Waits while one is running: what was written half would be asked again in any case. */
export function keepTurns(turns: readonly Turn[]): void {
  if (turns.some(({ state }) => state === 'running')) return
  keep(KEPT_AS, turns.length === 0 ? undefined : JSON.stringify(turns.slice(-MOST_TURNS)))
}
