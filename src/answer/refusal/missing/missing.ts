// What does the question ask about that the reports don't have? A year, the kind of thing asked for; organisations have their own file.
import type { DocumentSummary } from '../../../collection/collection.ts'
import type { Routing } from '../../../search/passage.ts'
import type { Language } from '../../../text/language.ts'
import { fold } from '../../../verify/fold.ts'
import type { RefusalReason } from '../../answer.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import type { AnswerKind, QuestionKind } from '../../question/question-kind.ts'
import { uncounted } from './missing-noun.ts'
import { LIKELY, yearInstead } from './missing-year.ts'

/** Said in the language of the question. */
export interface Missing extends Readonly<Record<Language, MissingWords>> {
  readonly reason: RefusalReason
}

interface MissingWords {
  /** The words of the question for it. */
  readonly missing: readonly string[]
  /** In words, for the reader. */
  readonly message: string
}

/**
 * A year that is asked about and of which the reports don't speak.
 *
 * @param textOf see missing-year.ts
 */
export function missingYear(
  { years }: Routing,
  candidates: readonly Candidate[],
  documents: readonly DocumentSummary[],
  textOf: (documentId: string) => string | undefined,
): Missing | undefined {
  const [asked, ...more] = years
  if (asked === undefined || more.length > 0) return undefined
  const instead = yearInstead(asked, candidates, documents, textOf)
  if (instead === undefined) return undefined
  return {
    reason: 'unknown-year',
    zh: {
      missing: [`${asked}年`],
      message: `报告里没有${asked}年的相关内容；最近的是${instead}年。`,
    },
    en: {
      missing: [`${asked}`],
      message: `The reports have nothing on this for ${asked}; the nearest year is ${instead}.`,
    },
  }
}

const ORDINAL = /第[一二三四五六七八九十百\d]+(?:[届期批次季轮]|季度|批次)/gu

/** 第七届 asked for where the likeliest sentences speak of 第六届. */
export function missingOrdinal(question: string, candidates: readonly Candidate[]): Missing | undefined {
  const [asked] = ordinalsOf(question)
  const [best] = candidates
  if (asked === undefined || best === undefined) return undefined
  const unit = asked.slice(-1)
  const [instead] = ordinalsOf(best.sentence.text).filter((one) => one.endsWith(unit))
  const likely = candidates.filter(({ likelihood }) => likelihood >= LIKELY)
  if (instead === undefined || likely.some(({ sentence }) => ordinalsOf(sentence.text).includes(asked)))
    return undefined
  return {
    reason: 'unknown-indicator',
    zh: { missing: [asked], message: `报告里没有${asked}的内容；提到的是${instead}。` },
    en: { missing: [asked], message: `The reports have nothing on ${asked}; they speak of ${instead}.` },
  }
}

function ordinalsOf(text: string): string[] {
  return [...fold(text).matchAll(ORDINAL)].map(([ordinal]) => ordinal)
}

/** Said of a kind for which only certain things can answer. */
const KIND_WORDS: Partial<Record<AnswerKind, Readonly<Record<Language, string>>>> = {
  count: { zh: '数量', en: 'a number' },
  share: { zh: '比例', en: 'a share' },
  money: { zh: '金额', en: 'an amount of money' },
  rank: { zh: '名次', en: 'a rank' },
  date: { zh: '日期', en: 'a date' },
  year: { zh: '年份', en: 'a year' },
  clock: { zh: '具体时刻', en: 'a time of day' },
  duration: { zh: '时长', en: 'a duration' },
  person: { zh: '人名', en: 'a person’s name' },
}

/** Nothing of the kind asked for stands in any of these: all candidates, or those that were chosen. */
export function missingKind(
  { kind, unit, role, noun, house }: QuestionKind,
  candidates: readonly Candidate[],
): Missing | undefined {
  const words = house === undefined ? KIND_WORDS[kind] : { zh: house.text, en: 'an organisation' }
  if (words === undefined || candidates.length === 0 || candidates.some(({ fit }) => fit > 0))
    return undefined
  if (noun !== undefined) return uncounted(noun.text)
  const zh = role === undefined ? words.zh + (unit === undefined ? '' : `（以“${unit}”计）`) : `${role}的姓名`
  const en =
    role === undefined ? words.en + (unit === undefined ? '' : ` (in “${unit}”)`) : `the name of the ${role}`
  return {
    reason: 'unknown-indicator',
    zh: { missing: [zh], message: `报告里找到了相近的内容，但没有所问的${zh}。` },
    en: { missing: [en], message: `The reports have something close, but not what is asked for: ${en}.` },
  }
}
