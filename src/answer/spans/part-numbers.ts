// Whose number is it? A sentence may list one part after the other, each with its own.
import { isSamePart, type NamedPart, partsIn } from '../question/named-part.ts'

/** After these the part named before is spoken of no longer. */
const ENDS = /[。;；!！?？]/u

/**
 * @param text folded, see verify/fold.ts
 * @param start of a number
 * @returns whether the part named last before it, in its statement, is another one than the question's
 */
export function isOfAnotherPart(text: string, start: number, { own, kind }: NamedPart): boolean {
  const last = partsIn(text.slice(0, start), kind).at(-1)
  if (last === undefined || last.before === '' || ENDS.test(text.slice(last.end, start))) return false
  return !isSamePart(last.before, own)
}
