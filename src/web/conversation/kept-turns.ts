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

/** One that is running is kept as stopped: that is what leaving the page does to it. */
export function keepTurns(turns: readonly Turn[]): void {
  const settled = turns
    .slice(-MOST_TURNS)
    .map((turn) => (turn.state === 'running' ? { ...turn, state: 'stopped' } : turn))
  keep(KEPT_AS, settled.length === 0 ? undefined : JSON.stringify(settled))
}
