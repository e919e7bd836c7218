// Which sentences make the answer? The stretch of neighbours that most probably holds it for the least to read.

import type { QuestionKind } from '../question/question-kind.ts'
import { type Chain, chainsOf } from './chains.ts'
import type { Candidate } from './likelihood.ts'

/** Neighbouring sentences of one document, in text order; never empty. */
export type Run = readonly Candidate[]

export interface RunLimits {
  /** Reading stops being an answer and becomes a page above this many characters. */
  readonly characters: number
  /** A run goes on to what follows until it has these: the sentence that opens a part only announces it. */
  readonly least: number
  readonly sentences: number
  readonly runs: number
}

/** Asked in another language, neighbours look alike: what a longer run gains there is chance. */
const FOREIGN: RunLimits = { characters: 220, least: 0, sentences: 3, runs: 1 }

/**
 * A list needs its whole enumeration, a summary the lead sentences of several parts.
 *
 * @param isForeign asked in another language than the reports'
 */
export function limitsOf({ kind }: QuestionKind, isForeign = false): RunLimits {
  if (kind === 'summary') return { characters: 330, least: 150, sentences: 5, runs: 2 }
  if (kind === 'list' || kind === 'manner') return { characters: 300, least: 0, sentences: 5, runs: 2 }
  if (isForeign) return FOREIGN
  return { characters: 280, least: 0, sentences: 5, runs: 1 }
}

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
  const chosen: Stretch[] = []
  let { characters: room, sentences: left } = limits
  for (let runs = 0; runs < limits.runs && left > 0; runs++) {
    const free = chains
      .flatMap((chain) => stretchesOf(chain, room, left))
      .filter((one) => isFree(one, chosen))
    const worthy = runs === 0 ? free : free.filter(({ likelihood }) => likelihood >= WORTH_ANOTHER_RUN)
    const likeliest = bestOf(worthy)
    if (likeliest === undefined) break
    const best = toldOn(likeliest, limits.least, chosen)
    chosen.push(best)
    room = Math.max(0, room - best.characters) + (OVERRUN - 1) * limits.characters
    left -= best.to - best.from + 1
  }
  return joined(chosen).map(completed)
}

/** Every one that fits; a single sentence of the first run always does. */
function stretchesOf(chain: Chain, room: number, sentences: number): Stretch[] {
  return chain.flatMap((_, from) => {
    const found: Stretch[] = []
    let likelihood = 0
    let characters = 0
    for (let to = from; to < Math.min(chain.length, from + sentences); to++) {
      likelihood += chain[to]?.likelihood ?? 0
      characters += chain[to]?.sentence.text.length ?? 0
      if (to > from && characters > room) break
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

function toldOn(stretch: Stretch, least: number, chosen: readonly Stretch[]): Stretch {
  const { chain, from, to } = stretch
  const next = chain[to + 1]
  if (next === undefined || stretch.characters >= least) return stretch
  const longer = {
    chain,
    from,
    to: to + 1,
    likelihood: stretch.likelihood + next.likelihood,
    characters: stretch.characters + next.sentence.text.length,
  }
  return isFree(longer, chosen) ? toldOn(longer, least, chosen) : stretch
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
function joined(stretches: readonly Stretch[]): Stretch[] {
  const whole: Stretch[] = []
  for (const one of stretches) {
    const at = whole.findIndex(
      ({ chain, from, to }) => chain === one.chain && (to + 1 === one.from || one.to + 1 === from),
    )
    const other = whole[at]
    if (other === undefined) whole.push(one)
    else whole[at] = { ...one, from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
  }
  return whole
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
  while (end < chain.length - 1 && end - to < QUOTED && (isHead(run()) || isOpen(run()))) end++
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
