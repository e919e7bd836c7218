// Is the year of a question that of every report found? Then it stands beside every matter, and says nothing of which is meant.
import type { SearchResult } from '../../search/passage.ts'
import { termsOf } from '../../text/terms.ts'
import { fold } from '../../verify/fold.ts'
import type { QuestionKind } from '../question/question-kind.ts'
import { type Candidate, rankCandidates } from './likelihood.ts'
import { timesOf, yearsNamed } from './report-times.ts'
import { askedTerms, coverage, signalsOf } from './signals.ts'
import type { WordReader } from './word-nearness.ts'

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

/** The candidates, most likely first, and the result of which they are: without such a year where it was all that was met. */
export async function rankedByMeaning(
  result: SearchResult,
  asked: QuestionKind,
  words: WordReader | undefined,
  signal: AbortSignal | undefined,
): Promise<{ readonly read: readonly Candidate[]; readonly of: SearchResult }> {
  const readOf = async (of: SearchResult) => {
    const ranked = rankCandidates(signalsOf(of, asked))
    return (await words?.read(of.asked ?? of.question, ranked, signal)) ?? ranked
  }
  const read = await readOf(result)
  const plain = withoutOwnYear(result)
  const [best] = read
  if (plain === result || best === undefined || meetsMore(best, plain)) return { read, of: result }
  return { read: await readOf(plain), of: plain }
}

/** @param plain see `withoutOwnYear` */
function meetsMore({ sentence }: Pick<Candidate, 'sentence'>, plain: SearchResult): boolean {
  return coverage(askedTerms(plain), fold(sentence.text)) >= MET
}
