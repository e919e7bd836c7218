// Does a question ask for what is planned, or for what was done?
import { fold } from '../../verify/fold.ts'

const PLAN_ASKED =
  /计划|目标|打算|预[计期]|力争|争取|未来|[明来]年|下一?[步年]|规划|展望|思路|将[要来会达在]?|\bplan|\btarget|\bgoal|\bwill\b|\bnext\b/iu
/** Done already, whatever the year. */
const RESULT_ASKED = /[了过](?!解|程|去)|已经?|实际|(?<!要|将|计划|目标)完成情况/u

export function asksForPlan(question: string): boolean {
  return PLAN_ASKED.test(fold(question))
}

/** Of a question that doesn't ask for a plan: whether it says that the thing is done. */
export function asksForResult(question: string): boolean {
  return RESULT_ASKED.test(fold(question))
}
