// What does a short question mean after the ones before it? The organisation, the topic and the year it leaves out are carried over.
import type { DocumentSummary } from '../../collection/collection.ts'
import { makeNameBook, type NameBook } from '../../search/routing/name-book.ts'
import { nameKey } from '../../search/routing/name-key.ts'
import { routeQuestion } from '../../search/routing/routing.ts'
import { fold } from '../../verify/fold.ts'
import type { Turn } from '../answer.ts'

export interface Resolved {
  readonly question: string
  /** What was taken from earlier turns, in words of the question. */
  readonly carried: readonly string[]
}

/** Earlier questions that are looked at; what was asked further back is another conversation. */
const LOOK_BACK = 5
/** 那海州呢, 海州二院呢: only who or when is asked anew, the rest is as before. */
const AND_THEN =
  /^(?:那么?|那|还有|换成|至于)?(?<what>[^，,。？?]{0,24}?)(?:呢|怎么样|的呢|又如何|如何)[？?！!。]*$/u
/** 还有呢, 继续: more of the same. */
const MORE =
  /^(?:还有(?:呢|吗|别的吗|其他的?吗|哪些)?|继续|接着说|然后呢|更多|再多说一点|详细(?:点|一点|说说)?)[？?。！!呀吧]*$/u
/** Stands for an organisation that was named before. */
const PRONOUN =
  /(?:它|他)们?的?|(?:这|那|该)(?:一)?(?:家|个|所|份)?(?:医院|学校|大学|单位|公司|机构|院|局|馆)的?|(?:本|贵)院/u
/** 这份报告讲了什么: the report of the organisation that was named before. */
const THIS_REPORT = /(?:这|那|该)(?:一?[份篇个])?(?<what>报告|报道|文章|材料)/u
const YEAR = /(?:19|20)\d{2}年?(?:度)?/u

/** @param history oldest first; its last turns decide */
export function resolveFollowUp(
  question: string,
  history: readonly Turn[],
  documents: readonly DocumentSummary[],
): Resolved {
  const earlier = history
    .filter(({ role, content }) => role === 'user' && content.trim() !== '')
    .map(({ content }) => content.trim().slice(0, 500))
    .slice(-LOOK_BACK)
  return earlier.length === 0
    ? { question, carried: [] }
    : resolve(question, earlier, makeNameBook(documents))
}

function resolve(question: string, earlier: readonly string[], book: NameBook): Resolved {
  const last = earlier.at(-1)
  if (last === undefined) return { question, carried: [] }
  const namesIn = (text: string) =>
    routeQuestion(text, book).names.map(({ start, end }) => text.slice(start, end))
  const before = resolve(last, earlier.slice(0, -1), book).question
  const trimmed = question.trim()
  if (MORE.test(fold(trimmed))) return { question: before, carried: [before] }
  const what = AND_THEN.exec(trimmed)?.groups?.['what']?.trim()
  if (what !== undefined && what !== '') return replaced(before, bearerOf(what, book), namesIn, question)
  const name = namesIn(before).at(0)
  if (namesIn(trimmed).length > 0 || name === undefined) return { question, carried: [] }
  const reported = THIS_REPORT.exec(trimmed)?.groups?.['what']
  if (reported !== undefined) {
    return { question: trimmed.replace(THIS_REPORT, `${name}的${reported}`), carried: [name] }
  }
  if (PRONOUN.test(trimmed)) return { question: trimmed.replace(PRONOUN, `${name}的`), carried: [name] }
  // Without a name and without a pronoun a short question still speaks of the same organisation: 床位有多少？
  return trimmed.length <= SHORT
    ? { question: `${name}${trimmed}`, carried: [name] }
    : { question, carried: [] }
}

/** The organisation of a place that only one of them has: 海州. Other words are given back. */
function bearerOf(what: string, book: NameBook): string {
  const bearers = [...(book.places.get(nameKey(what)) ?? [])]
  return bearers.length === 1 ? (bearers[0]?.name ?? what) : what
}

/** Longer questions stand on their own feet. */
const SHORT = 18

function replaced(
  before: string,
  what: string,
  namesIn: (text: string) => string[],
  question: string,
): Resolved {
  const topic = what.replace(/^(?:的|在)/u, '')
  const year = YEAR.exec(topic)?.[0]
  if (year !== undefined && year === topic) {
    const changed = YEAR.test(before) ? before.replace(YEAR, year) : `${year}${before}`
    return { question: changed, carried: [before] }
  }
  const names = namesIn(before)
  const [name] = names
  if (namesIn(topic).length > 0 && name !== undefined) {
    return { question: before.replace(name, topic), carried: [before.replace(name, '').trim()] }
  }
  if (name !== undefined) return { question: `${name}的${topic}怎么样？`, carried: [name] }
  return { question, carried: [] }
}
