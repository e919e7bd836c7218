// Does a sentence tell of the time that is asked about? A plan is no result, and one year's number is not another's.

import { fold } from '../../verify/fold.ts'
import { findQuantities } from '../../verify/quantity-reading.ts'
import { asksForPlan } from '../question/plan-asked.ts'
import type { AskedTime } from './asked-time.ts'
import { type Candidate, reweighed } from './likelihood.ts'
import { type Plan, planAround } from './report-times.ts'

/** What is meant to be and isn't yet. */
const PLANNED =
  /力争|争取(?=[^到得了])|预计|预期|拟(?=[于在建设开定购引新])|将(?=[于在达增减建成新会开继推完力投启要])|明年|下一?年度?|(?:目标|指标)(?:是|为|值)/u
/** Sections of plans. */
const PLANS = /展望|打算|下一步|(?:工作|明年|来年)(?:安排|计划|思路|目标|重点|任务)|主要目标|未来|规划/u
/** Compares with a year that isn't named. */
const COMPARED = /上一?年|去年|前一?年|同期|同比/u
const COMPARED_YEAR = /[比较]于?(?:19|20)\d{2}年/gu
/** Says of its number that it was planned: 为年度计划的110%. */
const PLAN_SAID = /计划|目标|预算|规划/u

/** When a sentence about another time gives way to one about the right one, and what is left of its likelihood. */
interface GivesWay {
  /** Share of the words asked about that the other one must have at least: a plan is told in the words of its result. */
  readonly held: number
  /** Share of the likelihood that it must have. */
  readonly likely: number
  readonly left: number
}

type OtherTime = 'plan' | 'intent' | 'result' | 'year'

const GIVES_WAY: Readonly<Record<OtherTime, GivesWay>> = {
  // What stands under the heading of a plan is none of the results, however near it comes.
  plan: { held: 0.8, likely: 0.02, left: 0.01 },
  intent: { held: 0.6, likely: 0.1, left: 0.2 },
  result: { held: 0.5, likely: 0.1, left: 0.05 },
  year: { held: 0.5, likely: 0.1, left: 0.2 },
}

/** @returns the candidates, most likely first, those about another time further back; their likelihoods still add up to 1 */
export function inTimeFirst(asked: AskedTime, candidates: readonly Candidate[]): readonly Candidate[] {
  const wantsPlan = asksForPlan(asked.question)
  const times = new Map(candidates.map((one) => [one, otherTimeOf(one, asked, wantsPlan)]))
  const inTime = candidates.filter((one) => times.get(one) === undefined)
  return reweighed(candidates, (one) => {
    const time = times.get(one)
    if (time === undefined) return 1
    const { held, likely, left } = GIVES_WAY[time]
    const isReplaced = inTime.some(
      ({ fit, overlap, likelihood }) =>
        fit > 0 && overlap >= held * one.overlap && likelihood >= likely * one.likelihood,
    )
    return isReplaced ? left : 1
  })
}

/** The plan under whose heading a sentence stands, where an amount is asked for and not that of a plan, or of its year. */
export function otherPlanOf(
  { passage, sentence }: Candidate,
  { question, years, isAmount, timesOf }: AskedTime,
): Plan | undefined {
  if (!isAmount || asksForPlan(question)) return undefined
  const plan = planAround(passage, timesOf(passage.document.id), sentence.text)
  if (plan === undefined || years.length === 0) return plan
  return plan.year !== undefined && years.every((year) => year < (plan.year ?? year)) ? plan : undefined
}

function otherTimeOf(candidate: Candidate, asked: AskedTime, wantsPlan: boolean): OtherTime | undefined {
  const { passage, sentence } = candidate
  const { years } = asked
  if (otherPlanOf(candidate, asked) !== undefined) return 'plan'
  const times = asked.timesOf(passage.document.id)
  const plan = planAround(passage, times, sentence.text)
  const text = fold(sentence.text)
  const own = yearsIn(text)
  // 比2022年增加 tells of a year that it doesn't name, where it tells what is asked at all.
  const isCompared = own.length > 0 && yearsIn(text.replace(COMPARED_YEAR, ' ')).length === 0
  const isOfPlan = plan?.year !== undefined && years.includes(plan.year)
  const isOther = years.length > 0 && own.length > 0 && !own.some((year) => years.includes(year)) && !isOfPlan
  const last = Math.max(...times.reported)
  const isComing = years.length > 0 && Number.isFinite(last) && years.every((year) => year > last)
  const isPast = plan === undefined && isComing
  if (isOther && !COMPARED.test(text) && (isPast || !isCompared || candidate.fit === 0))
    return isPast ? 'result' : 'year'
  const isResult = plan === undefined && !PLANNED.test(text) && !PLAN_SAID.test(text)
  if (isResult && (isComing || (wantsPlan && years.length === 0))) return 'result'
  if (wantsPlan || years.some((year) => year > last)) return undefined
  const headings = passage.sectionPath.filter((heading) => heading !== passage.document.title)
  const isLater = own.length > 0 && Number.isFinite(last) && own.every((year) => year > last)
  const isPlanned = own.length > 0 || PLANS.test(fold(headings.join(' ')))
  return isLater || (isPlanned && PLANNED.test(text)) ? 'intent' : undefined
}

function yearsIn(folded: string): number[] {
  return findQuantities(folded).flatMap(({ date, value }) => (date === 'year' ? [value] : []))
}
