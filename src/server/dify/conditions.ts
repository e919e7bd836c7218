// Does a report meet the conditions on its metadata? Every operator that Dify sends.
import type { MetadataFields, MetadataValue } from './metadata.ts'
import { periodOf } from './period.ts'

export interface MetadataCondition {
  /** Of fields; several are alternatives. */
  readonly name: readonly string[]
  readonly comparison_operator: ComparisonOperator
  /** Alternatives; absent where there was nothing to send. */
  readonly value?: readonly MetadataValue[] | undefined
}

export interface MetadataConditions {
  /** Default `and`. */
  readonly logical_operator?: 'and' | 'or' | null | undefined
  readonly conditions?: readonly MetadataCondition[] | null | undefined
}

interface Operator {
  /** One value of the report against one of the condition; it is enough that one pair holds. */
  readonly holds: (held: MetadataValue, wanted: MetadataValue) => boolean
  /** Met when no pair holds, and so by a report that has no value at all. */
  readonly isOpposite?: boolean
}

const isAtLeast = (held: MetadataValue, wanted: MetadataValue) =>
  isAfter(held, wanted) || isSame(held, wanted)
const contains = (held: MetadataValue, wanted: MetadataValue) => fold(held).includes(fold(wanted))

const OPERATORS = {
  contains: { holds: contains },
  'not contains': { holds: contains, isOpposite: true },
  'start with': { holds: (held, wanted) => fold(held).startsWith(fold(wanted)) },
  'end with': { holds: (held, wanted) => fold(held).endsWith(fold(wanted)) },
  is: { holds: isSame },
  'is not': { holds: isSame, isOpposite: true },
  in: { holds: isSame },
  'not in': { holds: isSame, isOpposite: true },
  '=': { holds: isSame },
  '≠': { holds: isSame, isOpposite: true },
  '>': { holds: isAfter },
  '<': { holds: (held, wanted) => isAfter(wanted, held) },
  '≥': { holds: isAtLeast },
  '≤': { holds: (held, wanted) => isAtLeast(wanted, held) },
  before: { holds: (held, wanted) => isLater(wanted, held) },
  after: { holds: isLater },
  // As some write them on a keyboard without the signs.
  '==': { holds: isSame },
  '!=': { holds: isSame, isOpposite: true },
  '>=': { holds: isAtLeast },
  '<=': { holds: (held, wanted) => isAtLeast(wanted, held) },
} as const satisfies Readonly<Record<string, Operator>>

export type ComparisonOperator = keyof typeof OPERATORS | 'empty' | 'not empty'

export const COMPARISON_OPERATORS: readonly ComparisonOperator[] = [
  ...(Object.keys(OPERATORS) as (keyof typeof OPERATORS)[]), // the keys of the record above, which has no others
  'empty',
  'not empty',
]

/** A condition without a value to compare with says nothing: that is what an empty variable of a workflow leaves. */
export function meetsConditions(
  fields: MetadataFields,
  { logical_operator: operator, conditions }: MetadataConditions,
): boolean {
  const telling = (conditions ?? []).filter(saysSomething)
  if (telling.length === 0) return true
  const meets = (condition: MetadataCondition) => meetsCondition(fields, condition)
  return operator === 'or' ? telling.some(meets) : telling.every(meets)
}

function saysSomething({ comparison_operator: operator, value }: MetadataCondition): boolean {
  return operator === 'empty' || operator === 'not empty' || value !== undefined
}

function meetsCondition(fields: MetadataFields, condition: MetadataCondition): boolean {
  const { name: names, comparison_operator: operator, value = [] } = condition
  const known = new Map<string, readonly MetadataValue[]>(Object.entries(fields))
  const held = names.flatMap((name) => known.get(name) ?? [])
  if (operator === 'empty') return held.length === 0
  if (operator === 'not empty') return held.length > 0
  const { holds, isOpposite = false }: Operator = OPERATORS[operator]
  const wanted = operator === 'in' || operator === 'not in' ? value.flatMap(partsOf) : value
  return held.some((one) => wanted.some((other) => holds(one, other))) !== isOpposite
}

/** A list may come as one text with commas. */
function partsOf(value: MetadataValue): MetadataValue[] {
  return typeof value === 'string' ? value.split(/[,，]/).map((part) => part.trim()) : [value]
}

function isSame(one: MetadataValue, other: MetadataValue): boolean {
  const [a, b] = [numberOf(one), numberOf(other)]
  return a !== undefined && b !== undefined ? a === b : fold(one) === fold(other)
}

/** Of numbers, or else of dates. */
function isAfter(one: MetadataValue, other: MetadataValue): boolean {
  const [a, b] = [numberOf(one), numberOf(other)]
  return a !== undefined && b !== undefined ? a > b : isLater(one, other)
}

/** Only when certain: the whole of 2024 is later than 2023-12, but not than 2024-05. */
function isLater(one: MetadataValue, other: MetadataValue): boolean {
  const [a, b] = [periodOf(one), periodOf(other)]
  return a !== undefined && b !== undefined && a.start >= b.end
}

/** Of more digits than a number holds exactly it is a name. */
function numberOf(value: MetadataValue): number | undefined {
  if (typeof value === 'number') return value
  return /^\s*-?\d{1,15}(\.\d+)?\s*$/.test(value) ? Number(value) : undefined
}

/** Full and half width, capital and small are the same to a person. */
function fold(value: MetadataValue): string {
  return String(value).normalize('NFKC').trim().toLowerCase()
}
