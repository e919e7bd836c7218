// Which two numbers of a text are to be subtracted? The only two there are, or those of the two things or times compared.

import { hanPairs } from '../../text/pairs.ts'
import { clauseAround } from '../spans/clause.ts'
import type { Quantity } from '../spans/quantities.ts'
import { changesIn, sameUnit } from './changes.ts'

/** What a question compares. */
export interface Compared {
  /** Folded. */
  readonly question: string
  /** What stands on either side of its 比, as the pairs of characters of its words, in their order. */
  readonly sides: readonly ReadonlySet<string>[]
  /** Two things, not one thing at two times. */
  readonly isOfThings: boolean
  /** One thing at two times: 增加了多少. */
  readonly isOfChange: boolean
}

/** Characters around a number in which its noun stands. */
const AROUND = 16
/** Before the number of all there are. */
const TOTAL = /共|总|合计|全部/u

/** @param quantities of the text that may be subtracted, in order */
export function pairOf(
  { question, sides, isOfThings, isOfChange }: Compared,
  quantities: readonly Quantity[],
  text: string,
): readonly Quantity[] | undefined {
  if (quantities.length < 2) return undefined
  const found = changesIn(text, quantities, question)
  // What grew from one year to the next says nothing of two things beside each other.
  const changes = found.filter(({ isOverYears, isAsked }) => isAsked && !(isOverYears && isOfThings))
  // Beside a change from another year than the one asked no two numbers are those meant.
  if (changes.length === 0 && !isOfThings && found.length > 0) return undefined
  if (quantities.length === 2 && changes.length === 0) {
    const isPlain =
      found.length === 0 &&
      sameUnit(quantities) &&
      !holdsTotal(question, quantities, text) &&
      (!isOfChange || areOfTwoTimes(quantities, text))
    return isPlain ? quantities : undefined
  }
  const named = quantities.filter(({ start, end }) => question.includes(text.slice(start, end)))
  if (named.length === 2 && sameUnit(named)) return named
  const own = sides[0] && numberOf(sides[0], quantities, text)
  const meant = changes.filter(
    ({ ends, isOverYears }) => !isOverYears || own === undefined || ends.includes(own),
  )
  if (meant.length === 1) return meant[0]?.ends
  const [a, b] = sides.slice(-2).map((side) => numberOf(side, quantities, text))
  return a !== undefined && b !== undefined && a !== b && sameUnit([a, b]) ? [a, b] : undefined
}

/** A year, or what stands for one. */
const TIME = /\d{4}年|[上去前今本]一?年|同期/gu

/** 座位600个,其中自修座位80个 are no seats of two years. */
function areOfTwoTimes(quantities: readonly Quantity[], text: string): boolean {
  const end = quantities.at(-1)?.start ?? 0
  return new Set([...text.slice(0, end).matchAll(TIME)].map(([time]) => time)).size > 1
}

const CLAUSE_END = /[,，。;；、]/u

/**
 * Whose number is it? What is compared stands at the end of its side, and before it where and when: so its last words decide,
 * and those before them only between numbers that share the last ones.
 *
 * @returns undefined when no word of the side tells one number from the others
 */
function numberOf(
  side: ReadonlySet<string>,
  quantities: readonly Quantity[],
  text: string,
): Quantity | undefined {
  let left = quantities.map((quantity) => ({ quantity, words: bigrams(clauseOf(quantity, text)) }))
  for (const pair of [...side].reverse()) {
    const holding = left.filter(({ words }) => words.has(pair))
    if (holding.length === 1) return holding[0]?.quantity
    if (holding.length > 0) left = holding
  }
  return undefined
}

function clauseOf(quantity: Quantity, text: string): string {
  const { before, after } = clauseAround(text, quantity, CLAUSE_END, [AROUND, AROUND])
  return `${before} ${after}`
}

/** The number of all, where only parts are compared. */
function holdsTotal(asked: string, quantities: readonly Quantity[], text: string): boolean {
  return (
    !TOTAL.test(asked) &&
    quantities.some(({ start }) => TOTAL.test(text.slice(Math.max(0, start - 3), start)))
  )
}

/** Pairs of Han characters, each once. */
export function bigrams(text: string): Set<string> {
  return new Set(hanPairs(text))
}
