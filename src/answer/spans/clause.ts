// What is said around a number or a name? The words beside it, as far as its clause goes.
import type { Range } from '../../text/range.ts'

export interface Around {
  readonly before: string
  readonly after: string
}

/**
 * @param ends the marks that end a clause; what counts as one differs with what is looked for
 * @param reach characters looked at before and after; all where it isn't given
 */
export function clauseAround(
  text: string,
  { start, end }: Range,
  ends: RegExp,
  [before, after]: readonly [number, number] = [text.length, text.length],
): Around {
  return {
    before:
      text
        .slice(Math.max(0, start - before), start)
        .split(ends)
        .at(-1) ?? '',
    after: text.slice(end, end + after).split(ends)[0] ?? '',
  }
}
