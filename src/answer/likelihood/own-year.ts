// Is the year of a question that of every report found? Then it stands beside every matter, and says nothing of which is meant.
import type { SearchResult } from '../../search/passage.ts'
import { termsOf } from '../../text/terms.ts'
import { fold } from '../../verify/fold.ts'
import type { Candidate } from './likelihood.ts'
import { timesOf, yearsNamed } from './report-times.ts'
import { askedTerms, coverage } from './signals.ts'

/** With what stands around it: 在2023年度, 2023年的. */
const NAMED = /(?:在|于)?((?:19|20)\d{2})年度?(?:的|里|中|内)?[,，]?/gu

/** The result as of a question that doesn't name the year; as it was where a report found is of other years. */
export function withoutOwnYear(result: SearchResult): SearchResult {
  const { question, asked, passages, terms, routing } = result
  const [year, ...more] = routing.years
  const isOwn =
    year !== undefined &&
    more.length === 0 &&
    passages.length > 0 &&
    passages.every(({ document: { title } }) =>
      timesOf({ title, years: yearsNamed(title) }).reported.includes(year),
    )
  if (!isOwn) return result
  const plain = (text: string) => text.replace(NAMED, (said, named) => (Number(named) === year ? '' : said))
  const left = plain(question)
  const kept = new Set(termsOf(left).map(({ start, end }) => left.slice(start, end)))
  return {
    ...result,
    question: left,
    ...(asked !== undefined && { asked: plain(asked) }),
    ...(terms !== undefined && { terms: terms.filter(({ text, isOwn }) => !isOwn || kept.has(text)) }),
  }
}

/** Share of the other words asked about from which a sentence is there for more than its year. */
const MET = 0.2

/** @param plain see `withoutOwnYear` */
export function meetsMore({ sentence }: Pick<Candidate, 'sentence'>, plain: SearchResult): boolean {
  return coverage(askedTerms(plain), fold(sentence.text)) >= MET
}
