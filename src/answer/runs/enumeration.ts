// Where does an enumeration begin and end that a run has only a part of? 一是…;二是…;三是….
import type { Candidate } from '../likelihood/likelihood.ts'
import { chainsOf } from './chains.ts'
import type { Run } from './runs.ts'

/** Longer enumerations are told in part: a page is no answer. */
const MOST_CHARACTERS = 500
const NUMERALS = '一二三四五六七八九十'
/** 一是, 二要, 第三,; in a sentence that announces it the first one stands behind a mark. */
const ITEM = new RegExp(
  `(?:^|[：:，,；;])\\s*(?:(?<plain>[${NUMERALS}])[是要]|第(?<ordinal>[${NUMERALS}])[，,、])`,
  'gu',
)

/**
 * The runs with all items before and behind those they hold; an item of several sentences ends it.
 *
 * @param candidates among which the sentences of the runs are
 */
export function wholeEnumerations(runs: readonly Run[], candidates: readonly Candidate[]): Run[] {
  const chains = chainsOf(candidates)
  const told = new Set<Candidate>()
  return runs.flatMap((run) => {
    const chain = chains.find((one) => run.every((candidate) => one.includes(candidate)))
    const [first, last] = [run[0], run.at(-1)].map((end) => (end ? (chain?.indexOf(end) ?? -1) : -1))
    const whole =
      chain === undefined || first === undefined || last === undefined || first < 0
        ? run
        : around(chain, first, last)
    const left = whole.filter((candidate) => !told.has(candidate))
    for (const candidate of left) told.add(candidate)
    return left.length === 0 ? [] : [left]
  })
}

function around(chain: Run, from: number, to: number): Run {
  const textAt = (place: number) => chain[place]?.sentence.text ?? ''
  const goesOn = (before: number, after: number) => {
    const item = itemsIn(textAt(before)).at(-1)
    return item !== undefined && itemsIn(textAt(after))[0] === item + 1
  }
  let first = from
  let last = to
  while (goesOn(first - 1, first)) first -= 1
  while (goesOn(last, last + 1)) last += 1
  const whole = chain.slice(first, last + 1)
  const characters = whole.reduce((sum, { sentence }) => sum + sentence.text.length, 0)
  return characters > MOST_CHARACTERS ? chain.slice(from, to + 1) : whole
}

/** The numbers of the items that begin in a sentence, in order. */
function itemsIn(sentence: string): number[] {
  return [...sentence.matchAll(ITEM)].map(
    ({ groups }) => NUMERALS.indexOf(groups?.['plain'] ?? groups?.['ordinal'] ?? '') + 1,
  )
}
