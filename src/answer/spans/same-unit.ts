// Does a number have the unit that is asked for, or one that counts the same things?
import { compareUnits, type Unit, unitAt } from '../../text/units.ts'

/** @param asked as the question has it: 人, 台次 */
export function isSameUnit(unit: Unit | undefined, asked: string): boolean {
  // A bare letter after the numeral (3.0T) is a unit that no table holds.
  if (/^[a-z]$/iu.test(asked)) return unit === undefined
  const wanted = unitAt(asked, 0)?.unit ?? unitAt(asked.slice(-1), 0)?.unit
  const verdict = compareUnits(unit, wanted)
  if (verdict === 'same' || verdict === 'generic') return true
  return wanted !== undefined && unit !== undefined && ALIKE.has([unit.name, wanted.name].sort().join())
}

/** Measure words that count the same things in other words: 人 and 人次, 例 and 台 of operations. */
const ALIKE = new Set(
  [
    '人,人次',
    '次,人次',
    '次,场次',
    '例,台',
    '例,台次',
    '台,台次',
    '例,例次',
    '次,项',
    '例,次',
    '次,期',
    '个,人次',
    '份,本',
    '场,场次',
  ].map((pair) => pair.split(',').sort().join()),
)
