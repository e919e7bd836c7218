// Which quantities stand in a sentence, and what stands around each?
import { datePart } from '../../text/dates.ts'
import { findNumbers, type NumberMention } from '../../text/numbers.ts'
import type { Range } from '../../text/range.ts'
import { type Unit, unitAt } from '../../text/units.ts'

export interface Quantity extends Range {
  readonly number: NumberMention
  readonly unit: Unit | undefined
  readonly date: ReturnType<typeof datePart>
  /** The character before it. */
  readonly before: string
}

/** @param text folded, see verify/fold.ts */
export function quantitiesOf(text: string): Quantity[] {
  const found: Quantity[] = []
  for (const number of findNumbers(text)) {
    const mention = number.kind === 'count' ? unitAt(text, number.end, number.bare) : undefined
    if (number.bare && !number.ordinal && mention === undefined) continue
    const unit = mention?.unit
    found.push({
      start: number.start,
      end: number.end + (mention?.length ?? 0),
      number,
      unit,
      date: datePart(number.value, unit, number.end - number.start),
      before: text.slice(Math.max(0, number.start - 1), number.start),
    })
  }
  return found
}
