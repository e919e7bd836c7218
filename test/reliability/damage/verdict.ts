// Was the damage noticed, harmless, or answered from?
import type { Answer, Look } from './onlooker.ts'

/** Refusals that say what is damaged. */
const SAID = ['index-damaged', 'index-stale']

export type Verdict =
  | { kind: 'crashes' | 'wrong answers'; why: string }
  | { kind: 'refused' | 'as before' | 'an earlier state'; why?: undefined }

/** @param possible what may be served, the newest first */
export function judge(found: Look, possible: readonly Look[]): Verdict {
  if ('crash' in found) return { kind: 'crashes', why: String(found['crash']) }
  const compared = possible.map((truth) => compare(found, truth))
  const state = compared.findIndex(({ wrong }) => wrong.length === 0)
  if (state < 0) return { kind: 'wrong answers', why: JSON.stringify(compared[0]?.wrong.slice(0, 2)) }
  if (compared[state]?.isRefused) return { kind: 'refused' }
  return { kind: state === 0 ? 'as before' : 'an earlier state' }
}

/** What is neither the truth nor a refusal that says what is damaged; and whether there was such a refusal. */
function compare(found: Look, truth: Look): { wrong: [string, Answer][]; isRefused: boolean } {
  const expected = new Map<string, Answer>(Object.entries(truth))
  const other = Object.entries<Answer>(found).filter(
    ([question, answer]) => JSON.stringify(answer) !== JSON.stringify(expected.get(question)),
  )
  return {
    wrong: other.filter(([question, answer]) => !isRefusal(question, answer)),
    isRefused: other.length > 0,
  }
}

function isRefusal(question: string, answer: Answer): boolean {
  // A file of the folder that was learnt isn't found where a damaged mark points to.
  const codes = question.startsWith('original ') ? [...SAID, 'not-found', 'bad-input'] : SAID
  return typeof answer === 'object' && 'code' in answer && codes.includes(answer.code)
}
