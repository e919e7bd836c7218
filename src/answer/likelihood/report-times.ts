// Of which years does a report tell what was done, and which does it plan? 2024年总结及2025年计划 tells of one and plans the other.
import type { DocumentSummary } from '../../collection/collection.ts'
import type { Passage } from '../../search/passage.ts'
import { parseNumeral } from '../../text/numerals.ts'
import { fold } from '../../verify/fold.ts'

export interface ReportTimes {
  /** Ascending; empty where the title names none, or only years that are planned. */
  readonly reported: readonly number[]
  readonly planned: readonly number[]
}

export const NO_TIMES: ReportTimes = { reported: [], planned: [] }

/** A part of a report that says what is to be done. */
export interface Plan {
  /** Its heading without its number. */
  readonly heading: string
  /** For which; undefined where nothing tells. */
  readonly year: number | undefined
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)|[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年|-)/gu
/** One year, or the first and the last of several; fold.ts has made all dashes one. */
const PERIOD = new RegExp(`(${YEAR.source})(?:年?(?:-+|~|至|到)(${YEAR.source}))?`, 'gu')
/** Ends what is said of a year, or stands before what only joins and names: 2025年工作计划和…, …计划的报告, but no 规划局. */
const PLAN_OF_YEAR =
  /(?:计划|打算|思路|展望|安排|要点|设想|规划|目标|任务|部署|预算)(?:$|[\s及和与暨、,;:(“”)]|[（）]|的|草案|报告|建议|方案|意见|要点)/u
/** Plans that are looked back on: 2024年目标任务完成情况. */
const LOOKED_BACK = /总结|情况|完成|执行|落实|回顾|成果|成效|进展|决算|评估|考核|公报|年报/u
/** A heading of what was done; within an item that is planned, 完成 says nothing of the kind. */
const DONE = /(?:总结|情况|回顾|成果|成效|进展|成绩|亮点)$/u
/** Headings of plans: by the year with which they begin, by a word for the time to come, or by what they are. */
const DATED = /^(?:展望)?(?:(?:19|20)\d{2}|[一二][〇○零九][〇○零一二三四五六七八九]{2})年/u
const TO_COME = /^(?:下一?步|下一?阶段|下一?年度?|[明来]年|今后|未来)|(?:展望|展望未来|下一?步工作?)$/u
const PLAN = /(?:工作|年度|发展)(?:打算|思路|安排|计划|设想|部署)$|^(?:打算|思路|计划|设想)$/u
/** What is wrong, which may stand under one heading with what is to be done about it: 存在问题和下一步打算. */
const WRONGS = /问题|不足|困难|短板|教训|检讨/u
const NUMBERED =
  /^\s*(?:第?[一二三四五六七八九十百\d壹贰叁肆伍陆柒捌玖拾]{1,4}[章节部分篇]*[、.．:：\s]|[（(][一二三四五六七八九十\d]{1,3}[)）])\s*/u
/** Opens an item and names what follows: （二）明年计划:. */
const LABEL = /[（(][一二三四五六七八九十\d]{1,3}[)）]([^:。;,\n]{2,16}):/gu

/** As they stand there, in digits or in Chinese; of 2021—2023年 the first and the last. */
export function yearsNamed(text: string): number[] {
  return [...fold(text).matchAll(YEAR)].flatMap(([year]) => parseNumeral(year) ?? [])
}

/** @param document whose title and subtitle name years */
export function timesOf({
  title,
  subtitle,
  years,
}: Pick<DocumentSummary, 'title' | 'subtitle' | 'years'>): ReportTimes {
  const isPlanned = plannedIn(fold(`${title}\n${subtitle ?? ''}`))
  return { reported: years.filter((year) => !isPlanned(year)), planned: years.filter(isPlanned) }
}

function plannedIn(title: string): (year: number) => boolean {
  const named = [...title.matchAll(PERIOD)]
  const planned = named.flatMap(({ 0: written, 1: from = '', 2: to = from, index }, i) => {
    const said = title.slice(index + written.length, named[i + 1]?.index).split('\n')[0] ?? ''
    const isPlan = PLAN_OF_YEAR.test(said) && !LOOKED_BACK.test(said)
    const [first, last] = [from, to].map(parseNumeral)
    return isPlan && first !== undefined && last !== undefined ? [{ first, last }] : []
  })
  return (year) => planned.some(({ first, last }) => first <= year && year <= last)
}

/**
 * The plan to which a sentence belongs by its headings, the nearest first, and by the label of its item.
 *
 * @param text of the sentence, as it stands in the passage
 */
export function planAround(
  { sectionPath, document: { title }, text: whole }: Passage,
  { reported, planned }: ReportTimes,
  text: string,
): Plan | undefined {
  const upTo = fold(whole.slice(0, Math.max(0, whole.indexOf(text)))) + fold(text)
  const label = [...upTo.matchAll(LABEL)].flatMap(([, name = '']) => name).slice(-1)
  const headings = [...label, ...sectionPath.filter((heading) => heading !== title).reverse()]
  for (const heading of headings) {
    const name = fold(heading.replace(NUMBERED, '').trim())
    const year = DATED.test(name)
      ? [...name.matchAll(YEAR)].flatMap(([one]) => parseNumeral(one) ?? [])[0]
      : undefined
    const isPlan = (year !== undefined && PLAN_OF_YEAR.test(name)) || TO_COME.test(name) || PLAN.test(name)
    if (DONE.test(name) || (year !== undefined && reported.includes(year))) return undefined
    if (isPlan && !WRONGS.test(name))
      return {
        heading: heading.replace(NUMBERED, '').trim(),
        year: year ?? planned[0] ?? yearAfter(reported),
      }
    if (!isPlan && WRONGS.test(name)) return undefined
  }
  return undefined
}

function yearAfter(years: readonly number[]): number | undefined {
  return years.length === 0 ? undefined : Math.max(...years) + 1
}
