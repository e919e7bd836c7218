// What was decided about whole lines before they are put together to blocks?
import { endsSentence } from '../../text/punctuation.ts'
import type { Verdict } from '../draft.ts'
import type { Line } from '../lines.ts'

/** Verdicts by index of the line. */
export type LineVerdicts = Map<number, Verdict>

/** Fewest characters of a line for it to be the first half of a sentence. */
const MIN_HALF = 20

/** A mark that stands inside sentences of running text, seldom in a head or foot. */
export const PAUSE = /[，。、；：,]/

/** The lines `from` to `to` stand inside a sentence: text stops open before them and goes on after them. */
export function splitsSentence(lines: readonly Line[], from: number, to: number): boolean {
  const before = lines[from - 1]
  const after = lines[to + 1]
  if (before === undefined || after === undefined) return false
  const isOpen = before.text.length > MIN_HALF && !endsSentence(before.text) && PAUSE.test(before.text)
  return isOpen && PAUSE.test(after.text)
}

export function markRunning(found: LineVerdicts, index: number, rule: string): void {
  if (!found.has(index)) found.set(index, { kind: 'boilerplate', boilerplate: 'running', rule })
}
