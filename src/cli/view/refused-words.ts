// Why was something not taken, in the words of either language? For one line of the terminal.
import { type Refused, refusedIn } from '../../faults/fault.ts'
import type { Words } from '../language.ts'

export function refusedWords(refused: Refused): Words {
  return { en: inOneLine(refusedIn(refused, 'en')), zh: inOneLine(refusedIn(refused, 'zh')) }
}

function inOneLine({ reason, hint }: Refused): string {
  return hint === undefined ? reason : `${reason} (${hint})`
}
