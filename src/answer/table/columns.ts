// What does each column of a table hold? Its name, the unit that its numbers have, and whether it names the rows.
import { isQuantity, type Table } from '../../text/table.ts'
import { unitAt } from '../../text/units.ts'
import { fold } from '../../verify/fold.ts'

export interface Column {
  readonly index: number
  /** Without the unit. */
  readonly name: string
  /** As written in the head: 张, 万元, %, 元/次. */
  readonly unit?: string
  /** Its cells say which row it is. */
  readonly isKey: boolean
  /** Its cells are the units of the numbers beside them. */
  readonly isUnit: boolean
  /** Its cells number the rows. */
  readonly isSerial: boolean
}

/** 床位数（张）, 收入(万元), 单价/元, 金额：元. */
const BRACKETED = /^(?<name>.+?)[（(](?<unit>[^（）()]{1,10})[)）]$/u
const SLASHED = /^(?<name>[^/／:：]{2,})[/／:：](?<unit>[^/／:：]{1,4})$/u
/** 单位：万元 above a table. */
const COMMON_UNIT = /单位[:：]\s*(?<unit>[^\s）)，,；;。]{1,8})/u
const UNIT_COLUMN = /^(?:计量)?单位$/u
const SERIAL = /^(?:序号|编号|行次|No\.?|#)$/iu
/** Columns that together name a row: a category, a sub-category and the thing itself. */
const MOST_KEYS = 3

/** @param captions lines above the table, which may tell one unit for all its numbers */
export function columnsOf(table: Table, captions: readonly string[]): Column[] {
  const keys = keysOf(table)
  const common = captions.map((line) => COMMON_UNIT.exec(line)?.groups?.['unit']).find(isUnitText)
  return table.heads.map((head, index) => {
    const { name, unit } = parted(head)
    const isUnit = UNIT_COLUMN.test(name) && isMostly(table, index, isUnitText)
    const isCounted =
      unit === undefined && common !== undefined && !keys.has(index) && isMostly(table, index, isQuantity)
    const own = unit ?? (isCounted ? common : undefined)
    return {
      index,
      name,
      ...(own !== undefined && { unit: own }),
      isKey: keys.has(index),
      isUnit,
      isSerial: SERIAL.test(name),
    }
  })
}

/** Whether a string is a unit and nothing else: 张, 万元, %, 元/次, DDDs isn't. */
function isUnitText(text: string | undefined): text is string {
  if (text === undefined) return false
  const [measure = '', ...per] = fold(text).split('/')
  if (per.length > 1) return false
  const bare = measure.replace(/^[十百千万亿]+(?=.)/u, '')
  return /^(?:%|‰|[万亿]|万?千瓦时)$/u.test(measure) || unitAt(bare, 0)?.length === bare.length
}

/** A name and the unit that stands behind it: 床位数（张）. */
export function parted(head: string): { name: string; unit?: string } {
  const match = BRACKETED.exec(head)?.groups ?? SLASHED.exec(head)?.groups
  const unit = match?.['unit']
  return match !== undefined && isUnitText(unit) ? { name: match['name'] ?? '', unit } : { name: head }
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

/** More than half of the cells that are filled in. */
function isMostly({ rows }: Table, column: number, test: (cell: string) => boolean): boolean {
  const filled = rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length
}
