// By how much did a cell change from one year to the other? Two columns that differ in their year alone.
import { isNumber, type TableRow } from '../../text/table.ts'
import { fold } from '../../verify/fold.ts'
import { asksDifference, comparedThings, withoutDifference } from '../derived/derive.ts'
import { leftOver, tokensOf } from './asked-words.ts'
import type { Column } from './columns.ts'
import type { FoundRows } from './lookup.ts'
import { namedRows } from './named.ts'
import type { OpenedTable } from './opened-table.ts'
import { isTotal } from './sums.ts'

export interface YearPair {
  /** Earlier and later; their names differ in the year alone. */
  readonly columns: readonly [Column, Column]
}

interface OfYear {
  readonly column: Column
  readonly year: number
  /** Beside the year; empty where the rows tell what is counted. */
  readonly name: string
}

const YEAR = /(?<year>(?:19|20)\d\d)年?度?/u
const BEFORE = /(?:上一?|去|前一?)年|同期/u

/** @returns undefined where no change is asked for, or the table has not the two years */
export function yearsCompared(question: string, { columns }: OpenedTable): YearPair | undefined {
  const asked = fold(question)
  if (!asksDifference(asked) || comparedThings(asked) !== undefined) return undefined
  const ofYears = columns.flatMap((column): OfYear[] => {
    const own = fold(column.name)
    const year = YEAR.exec(own)?.groups?.['year']
    const isTold = year !== undefined && !column.isKey
    return isTold ? [{ column, year: Number(year), name: own.replace(YEAR, '') }] : []
  })
  const group = meant(asked, ofYears)
  const years = [...asked.matchAll(/(?<!\d)((?:19|20)\d\d)(?=年|\D)/gu)].map(([year]) => Number(year))
  const [from, to] = yearsOf(asked, years, group)
  const [first, second] = [from, to].map((year) => group.filter((one) => one.year === year))
  const [a, b] = [first?.[0], second?.[0]]
  if (a === undefined || b === undefined || a === b || first?.length !== 1 || second?.length !== 1)
    return undefined
  return a.column.unit === b.column.unit ? { columns: [a.column, b.column] } : undefined
}

/** Those of the name that shares most with the question; none where two share as much. */
function meant(asked: string, ofYears: readonly OfYear[]): readonly OfYear[] {
  const words = tokensOf(asked)
  const names = [...new Set(ofYears.map(({ name }) => name))]
  const scored = names
    .map((name) => ({ name, shared: [...tokensOf(name)].filter((token) => words.has(token)).length }))
    .sort((a, b) => b.shared - a.shared)
  const [best, next] = scored
  const isPlain = best !== undefined && (next === undefined || best.shared > next.shared)
  return isPlain ? ofYears.filter(({ name }) => name === best.name) : []
}

/** The two that are named; one and the year before it; the last two of the table. */
function yearsOf(asked: string, years: readonly number[], group: readonly OfYear[]): readonly number[] {
  const told = [...new Set(years)].sort((a, b) => a - b)
  if (told.length > 2) return []
  if (told.length === 2) return told
  const held = group.map(({ year }) => year).sort((a, b) => a - b)
  const [only] = told
  if (only === undefined) return held.slice(-2)
  // 比2021年增加: from that year to the last; 2023年比上年增加: to that year.
  const isFrom = new RegExp(`[比较从自]${only}`, 'u').test(asked) && !BEFORE.test(asked)
  return isFrom ? [only, held.at(-1) ?? only] : [only - 1, only]
}

/**
 * The cells of both years in the one row that is meant, or in that of the total.
 *
 * @param about names of the organisation and of the report, which account for words of the question
 * @returns undefined where no change from year to year is asked for, or a word of the question is in doubt
 */
export function lookUpChange(
  question: string,
  table: OpenedTable,
  about: readonly string[],
): FoundRows | undefined {
  const pair = yearsCompared(question, table)
  if (pair === undefined) return undefined
  const rest = withoutDifference(question)
  const { rows, names } = namedRows(rest, table)
  const [row, ...more] = rows.length > 0 ? rows : table.rows.filter((one) => isTotal(one, table))
  if (row === undefined || more.length > 0) return undefined
  const keys = table.columns.filter(({ isKey }) => isKey)
  const cells = keys.map(({ index }) => row.cells[index] ?? '')
  const known = [...about, ...table.about, ...[...keys, ...pair.columns].map(({ name }) => name), ...cells]
  if (leftOver(rest, names, [...known, row.group ?? '', TOTAL]).length > 0) return undefined
  const change = directionOf(pair, row)
  if (change === undefined) return undefined
  return {
    kind: 'rows',
    table,
    rows: [row],
    columns: new Set(pair.columns.map(({ index }) => index)),
    change,
  }
}

/** Accounts for these words where the row of the total answers. */
const TOTAL = '一共 总共 合计 总计'

/** 2023年比2022年增加: stands before the difference of the two cells. */
function directionOf({ columns: [from, to] }: YearPair, { cells }: TableRow): string | undefined {
  const [before, after] = [from, to].map(({ index }) => {
    const cell = cells[index] ?? ''
    return isNumber(cell) ? Number.parseFloat(cell.replace(/[,，]/gu, '')) : Number.NaN
  })
  const [earlier, later] = [from, to].map(({ name }) => YEAR.exec(fold(name))?.groups?.['year'])
  if (before === undefined || after === undefined || !(before < after || before > after)) return undefined
  return `${later ?? ''}年比${earlier ?? ''}年${after > before ? '增加' : '减少'}`
}
