// Which sentences make the answer? The fewest that probably hold it: runs of neighbours, one passage or several.

import type { QuestionKind } from '../question/question-kind.ts'
import type { Candidate } from './likelihood.ts'

/** Neighbouring sentences of one passage, in text order; never empty. */
export type Run = readonly Candidate[]

export interface RunLimits {
  /** Reading stops being an answer and becomes a page above this many characters. */
  readonly characters: number
  readonly sentences: number
  readonly runs: number
}

/** A list needs its whole enumeration, a summary the lead sentences of several parts. */
export function limitsOf({ kind }: QuestionKind): RunLimits {
  if (kind === 'summary') return { characters: 330, sentences: 5, runs: 2 }
  if (kind === 'list' || kind === 'manner') return { characters: 300, sentences: 5, runs: 2 }
  return { characters: 280, sentences: 5, runs: 1 }
}

/** Likelihood at which the answer is as good as there: more sentences would say more than was asked. */
const ENOUGH = 0.9
/** A sentence elsewhere costs the reader a second place to look at: it must be as likely as one in four. */
const WORTH_ANOTHER_RUN = 0.25
/** A neighbour below this is only there to fill. */
const WORTH_A_SENTENCE = 0.01
/** The first sentence of another run may go so far beyond the limit. */
const OVERRUN = 1.4

/**
 * Grows the answer from its likeliest sentence until it is likely enough or long enough.
 *
 * @param candidates most likely first
 * @returns likeliest run first; empty for no candidates
 */
export function chooseRuns(candidates: readonly Candidate[], limits: RunLimits): Run[] {
  const [first] = candidates
  if (first === undefined) return []
  const runs: Candidate[][] = [[first]]
  const used = new Set<Candidate>([first])
  let likelihood = first.likelihood
  let characters = first.sentence.text.length
  while (likelihood < ENOUGH && used.size < limits.sentences) {
    const room = limits.characters - characters
    const isFree = (one: Candidate) => !used.has(one)
    const beside = bestNeighbour(candidates, runs, (one) => isFree(one) && one.sentence.text.length <= room)
    const elsewhere =
      runs.length < limits.runs
        ? candidates.find(
            (one) => isFree(one) && one.sentence.text.length <= room + (OVERRUN - 1) * limits.characters,
          )
        : undefined
    const isElsewhere =
      elsewhere !== undefined &&
      elsewhere.likelihood >= WORTH_ANOTHER_RUN &&
      elsewhere.likelihood > (beside?.candidate.likelihood ?? 0)
    const chosen = isElsewhere ? elsewhere : beside?.candidate
    if (chosen === undefined || chosen.likelihood < WORTH_A_SENTENCE) break
    if (isElsewhere) runs.push([chosen])
    else if (beside?.side === 'after') beside.run.push(chosen)
    else beside?.run.unshift(chosen)
    used.add(chosen)
    likelihood += chosen.likelihood
    characters += chosen.sentence.text.length
  }
  return joined(runs).map((run) => completed(run, candidates))
}

/** 1.巩固理论武装,: a head that opens its paragraph names what follows and tells nothing. */
const HEAD = /^(?:\d{1,2}[.、．]|[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.])/u
const HEAD_CHARACTERS = 40
/** Sentences that a quotation may go on for. */
const QUOTED = 3

/** With what follows a head, and with the end of a quotation: whoever is quoted is named there. */
function completed(run: Run, candidates: readonly Candidate[]): Run {
  const whole = [...run]
  for (let added = 0; added < QUOTED; added++) {
    const last = whole.at(-1)
    if (last === undefined || !(isHead(whole) || isOpen(whole))) break
    const next = candidates.find(
      (one) => one.passage === last.passage && one.index === last.index + 1 && !whole.includes(one),
    )
    if (next === undefined) break
    whole.push(next)
  }
  // A quotation that never ends within reach is left as it was.
  return isOpen(whole) ? run : whole
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

interface Neighbour {
  readonly candidate: Candidate
  readonly run: Candidate[]
  readonly side: 'before' | 'after'
}

function bestNeighbour(
  candidates: readonly Candidate[],
  runs: readonly Candidate[][],
  isAllowed: (candidate: Candidate) => boolean,
): Neighbour | undefined {
  const found = runs.flatMap((run): Neighbour[] => {
    const [head, last] = [run[0], run.at(-1)]
    return candidates.flatMap((candidate): Neighbour[] => {
      if (candidate.passage !== head?.passage || !isAllowed(candidate)) return []
      if (last !== undefined && candidate.index === last.index + 1) return [{ candidate, run, side: 'after' }]
      return candidate.index === head.index - 1 ? [{ candidate, run, side: 'before' }] : []
    })
  })
  return found.reduce<Neighbour | undefined>(
    (best, one) => (best === undefined || one.candidate.likelihood > best.candidate.likelihood ? one : best),
    undefined,
  )
}

/** Runs that came to touch are one. */
function joined(runs: readonly Candidate[][]): Run[] {
  const whole: Candidate[][] = []
  for (const run of runs) {
    const touching = whole.find(
      (other) =>
        other[0]?.passage === run[0]?.passage &&
        ((other.at(-1)?.index ?? 0) + 1 === run[0]?.index ||
          (run.at(-1)?.index ?? 0) + 1 === other[0]?.index),
    )
    if (touching === undefined) whole.push([...run])
    else touching.push(...run)
  }
  return whole.map((run) => run.toSorted((a, b) => a.index - b.index))
}
