// What does each column of a table hold? Its name, the unit that its numbers have, and whether it names the rows.
import { isQuantity, type Table } from '../../text/table.ts'
import { commonUnit, isOfPeriod, isShareOrRank, isUnitText, parted, takesCommon } from './head-unit.ts'

export interface Column {
  readonly index: number
  /** Without the unit. */
  readonly name: string
  /** As written in the head: 张, 万元, %, 元/次. */
  readonly unit?: string
  /** Its numbers are of the unit that the name of their row tells: 营业收入（亿元）. */
  readonly isOfRowUnit: boolean
  /** Its cells say which row it is. */
  readonly isKey: boolean
  /** Its cells are the units of the numbers beside them. */
  readonly isUnit: boolean
  /** Its cells number the rows. */
  readonly isSerial: boolean
}

const UNIT_COLUMN = /^(?:计量)?单位$/u
const SERIAL = /^(?:序号|编号|行次|No\.?|#)$/iu
/** Columns that together name a row: a category, a sub-category and the thing itself. */
const MOST_KEYS = 3

/** @param captions lines above the table, which may tell one unit for all its numbers */
export function columnsOf(table: Table, captions: readonly string[]): Column[] {
  const keys = keysOf(table)
  const common = commonUnit(captions)
  const areUnitsInRows = tellsUnits(table, keys)
  const ofThings = areUnitsInRows ? thingsAbove(table, keys) : []
  return table.heads.map((head, index) => {
    const { name, unit } = parted(head)
    const isUnit = UNIT_COLUMN.test(name) && isMostly(table, index, isUnitText)
    const isCounted = !keys.has(index) && isMostly(table, index, isQuantity)
    const own = unit ?? (isCounted && common !== undefined && takesCommon(name, common) ? common : undefined)
    return {
      index,
      name,
      ...(own !== undefined && { unit: own }),
      isOfRowUnit:
        own === undefined &&
        areUnitsInRows &&
        !keys.has(index) &&
        (isOfPeriod(name) || ofThings.includes(index)),
      isKey: keys.has(index),
      isUnit,
      isSerial: SERIAL.test(name),
    }
  })
}

/** The first columns of words that tell the rows apart, running numbers left out; the first column where none do. */
function keysOf(table: Table): ReadonlySet<number> {
  const { heads, rows } = table
  const candidates = heads.flatMap((head, i) =>
    SERIAL.test(head) || (UNIT_COLUMN.test(head) && isMostly(table, i, isUnitText)) ? [] : [i],
  )
  const keys: number[] = []
  for (const column of candidates) {
    if (keys.length === MOST_KEYS || (keys.length > 0 && isMostly(table, column, isQuantity))) break
    keys.push(column)
    const names = rows.map(({ cells, group = '' }) => [group, ...keys.map((key) => cells[key])].join(' '))
    if (new Set(names).size === names.length) return new Set(keys)
  }
  return new Set(keys.slice(0, 1))
}

/** A bracket now and then is part of a name: 阅览室（站）. */
function tellsUnits(table: Table, keys: ReadonlySet<number>): boolean {
  return [...keys].some((key) => isMostly(table, key, (cell) => parted(cell).unit !== undefined))
}

/** 数量, 金额: the name of what is counted, where that of a thing would have its numbers side by side with another's. */
const MEASURE = /[数量额值]$/u

/** Columns of numbers under the names of several things: 东馆, 西馆; a single one may be anything. */
function thingsAbove(table: Table, keys: ReadonlySet<number>): number[] {
  const found = table.heads.flatMap((head, index) => {
    const { name, unit } = parted(head)
    const isThing = unit === undefined && !isShareOrRank(name) && !isOfPeriod(name) && !MEASURE.test(name)
    return isThing && !keys.has(index) && !SERIAL.test(name) && isMostly(table, index, isQuantity)
      ? [index]
      : []
  })
  return found.length > 1 ? found : []
}

/** More than half of the cells that are filled in. */
function isMostly({ rows }: Table, column: number, test: (cell: string) => boolean): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length
}
