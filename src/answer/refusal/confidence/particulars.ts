// Do the passages hold what the question is particular about? Its numbers and quoted names, and its rarest words.
import type { SearchResult, WeightedTerm } from '../../../search/passage.ts'
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { yearsNamed } from '../../likelihood/report-times.ts'

export interface Particulars {
  /**
   * Numbers of the question that the passage of the likeliest sentence has, and quoted names that the likeliest sentences have:
   * 1 all, -1 none, 0 where the question has neither. Nobody puts these in other words. A year that a heading above the
   * passage says needn't be said again.
   */
  readonly told: number
  /** Share of the rarest words asked about that the likeliest sentence under its heading holds. */
  readonly rareTogether: number
}

/** A thousands mark is left out on both sides. */
const NUMBER = /\d+(?:\.\d+)*/gu
const THOUSANDS = /(?<=\d),(?=\d)/gu
const QUOTED = /[“‘《]([^”’》]{2,})[”’》]/gu
/** Sentences in which a name counts as told. */
const LIKELIEST = 3
/** A name in two or three pairs of characters. */
const RAREST = 3

/**
 * @param candidates most likely first, at least one
 * @param terms the words asked about
 */
export function particularsOf(
  { question, asked }: SearchResult,
  candidates: readonly Candidate[],
  terms: readonly WeightedTerm[],
): Particulars {
  const subject = plain(asked ?? question)
  const texts = candidates.slice(0, LIKELIEST).map(headed)
  const around = plain(candidates[0]?.passage.text ?? '')
  const above = candidates[0] === undefined ? [] : yearsAbove(candidates[0])
  const told = [
    ...[...subject.matchAll(NUMBER)]
      .map(([number]) => ({ isAbove: above.includes(Number(number)), isThere: around.includes(number) }))
      .flatMap(({ isAbove, isThere }) => (isAbove && !isThere ? [] : [isThere])),
    ...[...subject.matchAll(QUOTED)].map(([, name = '']) => texts.some((text) => text.includes(name))),
  ]
  const rarest = terms
    .filter(({ isOwn, text }) => isOwn && text.length > 1)
    .sort((a, b) => b.idf - a.idf)
    .slice(0, RAREST)
  return {
    told: told.length === 0 ? 0 : 2 * shareOf(told) - 1,
    // A question of single characters tells neither way.
    rareTogether:
      rarest.length === 0 ? 0.5 : shareOf(rarest.map(({ text }) => texts[0]?.includes(text) === true)),
  }
}

/** Years that the headings below the title name. */
function yearsAbove({ passage: { sectionPath, document } }: Candidate): readonly number[] {
  return yearsNamed(sectionPath.filter((heading) => heading !== document.title).join(' '))
}

function headed({ passage, sentence }: Candidate): string {
  return plain(`${passage.sectionPath.at(-1) ?? ''} ${sentence.text}`)
}

function plain(text: string): string {
  return fold(text).replace(THOUSANDS, '')
}

function shareOf(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length
}
