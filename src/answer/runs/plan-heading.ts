// Under the heading of which plan does an answer stand, where its own words read as if it were done?
import { fold } from '../../verify/fold.ts'
import { NO_TIMES, planAround } from '../likelihood/report-times.ts'
import type { Run } from './runs.ts'

/** The sentences say by themselves that it is yet to come. */
const SAYS_PLAN =
  /计划|力争|争取|预计|预期|打算|明年|目标|将(?=[于在达增减建成新会开继推完力投启要])|拟(?=[于在建设开定购引新])/u

/** The heading of the plan that holds the whole run; undefined where there is none, or the run needs none. */
export function planHeading(run: Run): string | undefined {
  if (run.some(({ sentence }) => SAYS_PLAN.test(fold(sentence.text)))) return undefined
  const [first, ...more] = run.map(
    ({ passage, sentence }) => planAround(passage, NO_TIMES, sentence.text)?.heading,
  )
  return more.every((heading) => heading === first) ? first : undefined
}
