// Where might a sentence have been taken from? Runs of sentences of the passages, the likeliest first.
import { overlaps, type Range } from '../../text/range.ts'
import { pairsOf, type Source, shareOf } from './sources.ts'

/** Sentences of one passage that stand one after the other. */
export interface Run {
  readonly source: Source
  /** Offsets into the document's text. */
  readonly range: Range
  /** As a reader sees it. */
  readonly text: string
  readonly pairs: ReadonlySet<string>
  /** Of the sentence's neighbouring characters. */
  readonly share: number
  readonly score: number
}

export interface Sought {
  readonly claim: string
  /** Numbers of the passages that the sentence cites. */
  readonly cited: readonly number[]
  readonly sources: readonly Source[]
  readonly question: string
}

/** Passages beyond the cited ones that are looked at: those that share most with the sentence. */
const OTHER_PASSAGES = 4
/** Quotations that one sentence may put together. */
const MOST_QUOTATIONS = 3
/** Share of the sentence below which a run can't be what it says; the likeliest is looked at all the same. */
const LEAST_SHARE = 0.2
/** What sharing words with the question adds where two places say the same. */
const QUESTION_WEIGHT = 0.3

/** The cited passages first; within a passage the short runs before the long ones. */
export function candidateRuns(sought: Sought): Run[] {
  const wanted = pairsOf(sought.claim)
  const asked = pairsOf(sought.question)
  const runs = inOrder(sought, wanted).flatMap((source) => runsOf(source, wanted, asked))
  const most = Math.max(...runs.map(({ share }) => share))
  return runs.filter(({ share }) => share >= Math.min(most, LEAST_SHARE))
}

/**
 * The best run, and each further one of the same document that brings most of what is still missing. Two documents would
 * lend each other's facts to one name.
 */
export function gatheredRuns(claim: string, runs: readonly Run[]): Run[] {
  const chosen: Run[] = []
  let missing: ReadonlySet<string> = pairsOf(claim)
  while (chosen.length < MOST_QUOTATIONS) {
    const next = mostOf(
      missing,
      runs.filter((run) => chosen.every((other) => goTogether(run, other))),
    )
    if (next === undefined) break
    chosen.push(next)
    missing = new Set([...missing].filter((pair) => !next.pairs.has(pair)))
  }
  return chosen
}

function goTogether(a: Run, b: Run): boolean {
  return a.source.document.id === b.source.document.id && !overlaps(a.range, b.range)
}

function mostOf(missing: ReadonlySet<string>, runs: readonly Run[]): Run | undefined {
  let most: Run | undefined
  let share = 0
  for (const run of runs) {
    const own = shareOf(missing, run.pairs)
    if (own > share) [most, share] = [run, own]
  }
  return most
}

function inOrder({ cited, sources }: Sought, wanted: ReadonlySet<string>): Source[] {
  const isCited = ({ number }: Source) => cited.includes(number)
  const others = sources
    .filter((source) => !isCited(source))
    .map((source) => ({ source, share: shareOf(wanted, source.pairs) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  return [...sources.filter(isCited), ...others.slice(0, OTHER_PASSAGES).map(({ source }) => source)]
}

/** Single sentences first, the likeliest two; then the best one with its neighbours. */
function runsOf(source: Source, wanted: ReadonlySet<string>, asked: ReadonlySet<string>): Run[] {
  const run = (from: number, to: number): Run[] => {
    const sentences = source.sentences.slice(from, to)
    const [first, last] = [sentences[0], sentences.at(-1)]
    if (from < 0 || sentences.length < to - from || first === undefined || last === undefined) return []
    const pairs = new Set(sentences.flatMap((sentence) => [...sentence.pairs]))
    const share = shareOf(wanted, pairs)
    const score = share + QUESTION_WEIGHT * shareOf(asked, pairs)
    const text = sentences.map((sentence) => sentence.text).join('')
    return [{ source, range: { start: first.range.start, end: last.range.end }, text, pairs, share, score }]
  }
  const singles = source.sentences.flatMap((_, i) => run(i, i + 1).map((single) => ({ ...single, i })))
  const [best, second] = singles.sort((a, b) => b.score - a.score)
  if (best === undefined) return []
  const { i } = best
  return [
    best,
    ...(second === undefined ? [] : [second]),
    ...run(i - 1, i + 1),
    ...run(i, i + 2),
    ...run(i - 1, i + 2),
  ]
}
