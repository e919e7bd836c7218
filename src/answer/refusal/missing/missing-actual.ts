// Is it asked what was really reached, where only a plan is told?
import { fold } from '../../../verify/fold.ts'
import type { Candidate } from '../../likelihood/likelihood.ts'
import type { Missing } from './missing.ts'

const ACTUAL = /实际|真正|最终(?=完成|达到|用|花)/u
/** 计划 is a project as well: only before what will be done is it a plan. */
const PLAN =
  /力争|争取|预计|预期|目标|拟(?!合)|打算|将(?=达|实现|完成|突破|建|增|新)|计划(?=于|在|到|[今明后本]年|\p{Script=Han}{0,4}\d)|规划(?=建|设|床|面)/u
const DONE = /实际|已(?:经)?(?!列|定)|完成了|达到了|未(?:能)?(?:达|实现|完成)/u

/** @param candidates most likely first */
export function missingActual(question: string, [best]: readonly Candidate[]): Missing | undefined {
  const asked = fold(question)
  const told = fold(best?.sentence.text ?? '')
  if (!ACTUAL.test(asked) || PLAN.test(asked) || /计划|规划/u.test(asked)) return undefined
  if (!PLAN.test(told) || DONE.test(told)) return undefined
  return {
    reason: 'unknown-indicator',
    zh: { missing: ['实际'], message: '报告里只有计划或目标，没有实际的情况。' },
    en: { missing: ['实际'], message: 'The reports tell only a plan or an aim, not what was reached.' },
  }
}
