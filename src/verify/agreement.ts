// Do two quantities say the same? Values, what is said of them (约, 超, 近), units and order.
import type { Bound } from '../text/numbers.ts'
import { compareUnits } from '../text/units.ts'
import type { Quantity } from './quantity-reading.ts'

/** `unit`: the same number of something else. */
export type Agreement = 'same' | 'unit' | 'different'

/** 约: the evidence may differ by this share. */
const ABOUT = 0.05
/** 超 and 近: the evidence may lie this share beyond the value that is named. */
const BEYOND = 0.25
/** Binary fractions: 23.35 × 0.01 is not 0.2335. */
const ROUNDING = 1e-6

/** Whether the evidence's quantity bears the claim's out. */
export function agree(claim: Quantity, evidence: Quantity): Agreement {
  const units = compareUnits(claim.unit, evidence.unit)
  const converts = units === 'same' && claim.unit?.dimension !== 'counter'
  const measure = converts ? baseValue : spokenNumber
  const isSameSort = claim.kind === evidence.kind && units !== 'different' && ordersAgree(claim, evidence)
  if (isSameSort && valuesAgree(measure(claim), claim, measure(evidence), evidence)) return 'same'
  if (claim.date !== evidence.date) return 'different'
  return valuesAgree(spokenNumber(claim), claim, spokenNumber(evidence), evidence) ? 'unit' : 'different'
}

/** As it is read aloud: 90 for 90% and for 90名. */
export function spokenNumber({ value, kind }: Quantity): number {
  return kind === 'share' ? value * 100 : value
}

/** In the base unit of its dimension: 1500 for 1.5公里. */
export function baseValue({ value, unit }: Quantity): number {
  return value * (unit?.factor ?? 1)
}

/** 第三次 is not 三次; 第90位 and 90位 are one rank. */
function ordersAgree(claim: Quantity, evidence: Quantity): boolean {
  if (claim.ordinal === evidence.ordinal) return true
  return [claim, evidence].every(({ unit }) => unit === undefined || unit.name === '人' || unit.name === '等')
}

function valuesAgree(value: number, claim: Quantity, other: number, evidence: Quantity): boolean {
  if (boundsClash(claim.bound, evidence.bound)) return false
  if (nearlyEqual(value, other))
    return claim.upper === undefined || evidence.upper === undefined || claim.upper === evidence.upper
  // 约 over a number that the evidence itself rounds, or that is as precise as the evidence's, would be
  // another number.
  if (evidence.bound !== 'exact' || significantDigits(value) >= significantDigits(other)) return false
  const excess = (other - value) / Math.max(Math.abs(value), ROUNDING)
  switch (claim.bound) {
    case 'about':
      return Math.abs(excess) <= ABOUT
    case 'above':
      return excess > 0 && excess <= BEYOND
    case 'below':
      return excess < 0 && excess >= -BEYOND
    case 'vague':
      return other >= value && other < value * 10
    case 'exact':
      return false
  }
}

function boundsClash(a: Bound, b: Bound): boolean {
  return (a === 'above' && b === 'below') || (a === 'below' && b === 'above')
}

function nearlyEqual(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b))
}

function significantDigits(value: number): number {
  const digits = value.toPrecision(12).replace(/e.*$/u, '').replace('.', '')
  return digits.replace(/^[-0]+/u, '').replace(/0+$/u, '').length
}
