// Which sentences make the answer? The stretch of neighbours that most probably holds it for the least to read.

import type { Candidate } from '../likelihood/likelihood.ts'
import { type Chain, chainsOf } from './chains.ts'
import type { RunLimits } from './run-limits.ts'

/** Neighbouring sentences of one document, in text order; never empty. */
export type Run = readonly Candidate[]

/** Where one sentence answers, one less likely than this share of the likeliest stands in no run with others. */
const BRIDGED = 0.1
/** And a second run is told where, beside the likeliest, it is at least so likely and stands near. */
const WORTH_A_SECOND = 0.5

/** Likelihood at which the answer is as good as there: more sentences would say more than was asked. */
const ENOUGH = 0.9
/** What reading costs, in likelihood: a further sentence of 50 characters must be as likely as one in fifty. */
const COST = { sentence: 0.01, character: 0.0002 }
/** A sentence elsewhere costs the reader a second place to look at: it must be as likely as one in four. */
const WORTH_ANOTHER_RUN = 0.25
/** The first sentence of another run may go so far beyond the limit. */
const OVERRUN = 1.4

/** A stretch of a chain; both ends belong to it. */
interface Stretch {
  readonly chain: Chain
  readonly from: number
  readonly to: number
  readonly likelihood: number
  readonly characters: number
}

/** @returns likeliest run first; empty for no candidates */
export function chooseRuns(candidates: readonly Candidate[], limits: RunLimits): Run[] {
  const chains = chainsOf(candidates)
  const most = Math.max(0, ...candidates.map(({ likelihood }) => likelihood))
  const chosen: Stretch[] = []
  let { characters: room, sentences: left } = limits
  for (let runs = 0; runs < limits.runs && left > 0; runs++) {
    const free = chains
      .flatMap((chain) => stretchesOf(chain, { ...limits, characters: room, sentences: left }, most))
      .filter((one) => isFree(one, chosen))
    const worthy = free.filter((one) => isWorthy(one, chosen, limits, most))
    const likeliest = bestOf(worthy)
    if (likeliest === undefined) break
    const best = toldOn(likeliest, limits, chosen)
    chosen.push(best)
    room = Math.max(0, room - best.characters) + (OVERRUN - 1) * limits.characters
    left -= best.to - best.from + 1
  }
  return joined(chosen, limits.isOneAnswer).map(completed)
}

/** The first run may be any; another costs the reader a second place to look at. */
function isWorthy(one: Stretch, [first]: readonly Stretch[], limits: RunLimits, most: number): boolean {
  if (first === undefined) return true
  if (one.likelihood < WORTH_ANOTHER_RUN) return false
  if (!limits.isOneAnswer) return true
  const isNear = one.from - first.to < limits.sentences && first.from - one.to < limits.sentences
  return one.chain === first.chain && isNear && one.likelihood >= WORTH_A_SECOND * most
}

/** Every one that fits; a single sentence of the first run always does. */
function stretchesOf(chain: Chain, limits: RunLimits, most: number): Stretch[] {
  const { characters: room, sentences, isOneAnswer } = limits
  const isLikely = (place: number) => (chain[place]?.likelihood ?? 0) >= BRIDGED * most
  return chain.flatMap((_, from) => {
    const found: Stretch[] = []
    let likelihood = 0
    let characters = 0
    for (let to = from; to < Math.min(chain.length, from + sentences); to++) {
      likelihood += chain[to]?.likelihood ?? 0
      characters += chain[to]?.sentence.text.length ?? 0
      if (to > from && (characters > room || isParted(chain, from, to, isOneAnswer))) break
      if (to > from && isOneAnswer && !(isLikely(from) && isLikely(to))) break
      found.push({ chain, from, to, likelihood, characters })
    }
    return found
  })
}

function bestOf(stretches: readonly Stretch[]): Stretch | undefined {
  const worth = ({ likelihood, characters, from, to }: Stretch) =>
    Math.min(ENOUGH, likelihood) - COST.sentence * (to - from) - COST.character * characters
  return stretches.reduce<Stretch | undefined>(
    (best, one) => (best === undefined || worth(one) > worth(best) ? one : best),
    undefined,
  )
}

function toldOn(stretch: Stretch, limits: RunLimits, chosen: readonly Stretch[]): Stretch {
  const { chain, from, to } = stretch
  const next = chain[to + 1]
  if (next === undefined || stretch.characters >= limits.least) return stretch
  if (isParted(chain, from, to + 1, limits.isOneAnswer)) return stretch
  const longer = {
    chain,
    from,
    to: to + 1,
    likelihood: stretch.likelihood + next.likelihood,
    characters: stretch.characters + next.sentence.text.length,
  }
  return isFree(longer, chosen) ? toldOn(longer, limits, chosen) : stretch
}

function isFree({ chain, from, to }: Stretch, chosen: readonly Stretch[]): boolean {
  return !chosen.some((other) => other.chain === chain && other.from <= to && from <= other.to)
}

/** A sentence at either end of a run that holds nothing of the kind asked for must be so likely, beside the likeliest. */
const WORTH_ITS_PLACE = 0.3

/** The run without sentences at its ends that only lead to the one that answers, or on from it. */
export function tightened(run: Run): Run {
  const most = Math.max(...run.map(({ likelihood }) => likelihood))
  const isNeeded = ({ fit, likelihood }: Candidate) => fit > 0 || likelihood >= WORTH_ITS_PLACE * most
  const from = run.findIndex(isNeeded)
  return from < 0 ? run : run.slice(from, run.findLastIndex(isNeeded) + 1)
}

/** Those that touch are one. */
function joined(stretches: readonly Stretch[], isOneAnswer: boolean): Stretch[] {
  const whole: Stretch[] = []
  for (const one of stretches) {
    const at = whole.findIndex(
      ({ chain, from, to }) =>
        chain === one.chain &&
        (to + 1 === one.from || one.to + 1 === from) &&
        !isParted(chain, Math.min(from, one.from), Math.max(from, one.from), isOneAnswer),
    )
    const other = whole[at]
    if (other === undefined) whole.push(one)
    else whole[at] = { ...one, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
  }
  return whole
}

/** 5.新增…, （二）…, 三、…: opens an item; 1.5 and 一、二期 don't. */
const ITEM =
  /^\s*(?:\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十\d]))/u
const FIRST_ITEM = /^\s*[（(]?[1一](?![\d一二三四五六七八九十])/u

/**
 * The sentence opens an item whose number would stand inside the answer. Only a run that begins with an item, or before the
 * first, goes on to the next, and not where one sentence answers.
 *
 * @param from where the run begins
 */
function isParted(chain: Chain, from: number, at: number, isOneAnswer: boolean): boolean {
  const [first, here] = [from, at].map((place) => chain[place]?.sentence.text ?? '')
  if (!ITEM.test(here ?? '')) return false
  return isOneAnswer || !(ITEM.test(first ?? '') || FIRST_ITEM.test(here ?? ''))
}

/** 1.巩固理论武装,: a head that opens its paragraph names what follows and tells nothing. */
const HEAD = /^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.])/u
const HEAD_CHARACTERS = 40
/** Sentences that a quotation may go on for. */
const QUOTED = 3

/** With what follows a head, and with the end of a quotation: whoever is quoted is named there. */
function completed({ chain, from, to }: Stretch): Run {
  let end = to
  const run = () => chain.slice(from, end + 1)
  const isFollowed = () =>
    end < chain.length - 1 && end - to < QUOTED && !isParted(chain, from, end + 1, true)
  while (isFollowed() && (isHead(run()) || isOpen(run()))) end++
  // A quotation that never ends within reach is left as it was.
  return isOpen(run()) ? chain.slice(from, to + 1) : run()
}

function isHead(run: Run): boolean {
  const [only] = run
  return (
    run.length === 1 &&
    only !== undefined &&
    only.sentence.text.length <= HEAD_CHARACTERS &&
    HEAD.test(only.sentence.text)
  )
}

function isOpen(run: Run): boolean {
  const text = run.map(({ sentence }) => sentence.text).join('')
  return text.lastIndexOf('“') > text.lastIndexOf('”')
}
