// Is what was done asked for, and do the reports only plan it? Else the number of a plan would be told as a result.
import type { AskedTime } from '../../likelihood/asked-time.ts'
import { otherPlanOf } from '../../likelihood/in-time.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import { asksForResult } from '../../question/plan-asked.ts'
import type { Missing } from './missing.ts'

/**
 * @param candidates most likely first, plans behind their results
 * @returns undefined where no year is named and nothing says that it is done: then the plan is told as one
 */
export function onlyPlanned(asked: AskedTime, candidates: readonly Candidate[]): Missing | undefined {
  const [best] = candidates
  const plan = best && best.fit > 0 ? otherPlanOf(best, asked) : undefined
  const [year] = asked.years
  if (plan === undefined || (year === undefined && !asksForResult(asked.question))) return undefined
  const [zh, en] =
    year === undefined ? ['结果', 'what was done'] : [`${year}年的结果`, `what was done in ${year}`]
  return {
    reason: year === undefined ? 'unknown-indicator' : 'unknown-year',
    zh: { missing: [zh], message: `报告里没有所问的${zh}；最接近的一句属于“${plan.heading}”，是计划。` },
    en: {
      missing: [en],
      message: `The reports don’t have ${en}; the nearest sentence stands under “${plan.heading}” and is a plan.`,
    },
  }
}
