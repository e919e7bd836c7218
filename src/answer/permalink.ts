// How does a citation find its place again after the document was learnt anew? An id made from the cited text itself.
import type { Range } from '../text/range.ts'

export interface Resolved {
  readonly range: Range
  /** The cited text is no longer there; the range is the nearest place. */
  readonly changed: boolean
}

/** Primes below 2^26: a product of two residues still is an exact number. Together they tell 2^52 texts apart. */
const MODULI = [67_108_859, 67_108_837] as const
const BASES = [31_415_927, 27_182_819] as const
/** Characters at the start of the cited text by which a passage that was corrected further on is known again. */
const HEAD = 16
const ID = /^([\da-z]{1,7})-([\da-z]{1,7})-([\da-z]{1,11})-([\da-z]{1,6})$/

/**
 * Start, length, hash of the whole and of its beginning, in base 36: `12k-3f-4fz09k2m1a-x2k4`. White space isn't counted, so
 * that lines broken elsewhere change nothing but the start.
 */
export function rangeId(text: string, range: Range): string {
  const units = squeeze(text.slice(range.start, range.end))
  const start = range.start + (units.offsets[0] ?? 0)
  const whole = pairOf(units.codes, units.codes.length)
  const [head] = pairOf(units.codes, Math.min(HEAD, units.codes.length))
  return [start, units.codes.length, joined(whole), head].map((part) => part.toString(36)).join('-')
}

/**
 * Finds the cited text: at its old place, else anywhere (the nearest of several), else the nearest place that begins alike,
 * else the old place. Linear in the text.
 *
 * @returns undefined for what is no id; a range without white space at its ends otherwise
 */
export function resolveRangeId(id: string, text: string): Resolved | undefined {
  const parts = ID.exec(id)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 36))
  const [start, length, hash, head] = parts ?? []
  if (start === undefined || length === undefined || hash === undefined || head === undefined)
    return undefined
  const units = squeeze(text)
  const rangeAt = (at: number) => {
    const start = units.offsets[at] ?? text.length
    const last = length === 0 ? undefined : units.offsets[Math.min(at + length, units.codes.length) - 1]
    return { start, end: last === undefined ? start : Math.max(start, last + 1) }
  }
  const old = firstFrom(units.offsets, start)
  const same = nearestMatch(units.codes, length, old, (pair) => joined(pair) === hash)
  if (same !== undefined) return { range: rangeAt(same), changed: false }
  const alike = nearestMatch(units.codes, Math.min(HEAD, length), old, ([first]) => first === head)
  const last = Math.max(0, units.codes.length - Math.max(1, length))
  return { range: rangeAt(alike ?? Math.min(old, last)), changed: true }
}

interface Squeezed {
  /** UTF-16 units that aren't white space. */
  readonly codes: readonly number[]
  /** Where each of them stands. */
  readonly offsets: readonly number[]
}

function squeeze(text: string): Squeezed {
  const codes: number[] = []
  const offsets: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text.charAt(at))) continue
    codes.push(text.charCodeAt(at))
    offsets.push(at)
  }
  return { codes, offsets }
}

function joined([first, second]: readonly [number, number]): number {
  return first * MODULI[1] + second
}

function pairOf(codes: readonly number[], length: number): [number, number] {
  return [hashOf(codes, length, 0), hashOf(codes, length, 1)]
}

function hashOf(codes: readonly number[], length: number, which: 0 | 1): number {
  let hash = 0
  for (let i = 0; i < length; i++) hash = pushed(hash, codes[i] ?? 0, which)
  return hash
}

function pushed(hash: number, code: number, which: 0 | 1): number {
  return (hash * BASES[which] + code) % MODULI[which]
}

/** Index of the matching window of `length` units that lies nearest to `old`; rolling, so each unit is looked at twice. */
function nearestMatch(
  codes: readonly number[],
  length: number,
  old: number,
  matches: (pair: readonly [number, number]) => boolean,
): number | undefined {
  if (length > codes.length) return undefined
  if (length === 0) return Math.min(old, codes.length)
  const lead = [leadOf(length, 0), leadOf(length, 1)] as const
  let pair = pairOf(codes, length)
  let nearest: number | undefined
  for (let at = 0; ; at++) {
    if (matches(pair) && (nearest === undefined || Math.abs(at - old) < Math.abs(nearest - old))) nearest = at
    if (at + length >= codes.length) return nearest
    const leaving = codes[at] ?? 0
    const entering = codes[at + length] ?? 0
    pair = [rolled(pair[0], leaving, entering, lead[0], 0), rolled(pair[1], leaving, entering, lead[1], 1)]
  }
}

function rolled(hash: number, leaving: number, entering: number, lead: number, which: 0 | 1): number {
  const without = (hash + MODULI[which] - ((leaving * lead) % MODULI[which])) % MODULI[which]
  return pushed(without, entering, which)
}

/** Weight of the first unit of a window: base^(length - 1). */
function leadOf(length: number, which: 0 | 1): number {
  let lead = 1
  for (let i = 1; i < length; i++) lead = (lead * BASES[which]) % MODULI[which]
  return lead
}

/** Index of the first offset at or after `start`. */
function firstFrom(offsets: readonly number[], start: number): number {
  let low = 0
  let high = offsets.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < start) low = middle + 1
    else high = middle
  }
  return low
}
