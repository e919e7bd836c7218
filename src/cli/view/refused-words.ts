// Why was something not taken, in the words of either language? For one line of the terminal.
import { type Refused, refusedIn } from '../../faults/fault.ts'
import type { Words } from '../language.ts'

export function refusedWords(refused: Refused): Words {
  return { en: inOneLine(refusedIn(refused, 'en')), zh: inOneLine(refusedIn(refused, 'zh')) }
}

/** Chinese sentences stand side by side as they are. */
function inOneLine({ reason, hint }: Refused): string {
  if (hint === undefined) return reason
  return reason.endsWith('。') ? reason + hint : `${reason} (${hint})`
}
