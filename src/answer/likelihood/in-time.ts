// Does a sentence tell of the time that is asked about? A plan is no result, and one year's number is not another's.

import { fold } from '../../verify/fold.ts'
import { findQuantities } from '../../verify/quantity-reading.ts'
import { type Candidate, reweighed } from './likelihood.ts'

/** What is meant to be and isn't yet. */
const PLANNED =
  /力争|争取(?=[^到得了])|预计|预期|拟(?=[于在建设开定购引新])|将(?=[于在达增减建成新会开继推完力投启要])|明年|下一?年度?|(?:目标|指标)(?:是|为|值)/u
/** Sections of plans. */
const PLANS = /展望|打算|下一步|(?:工作|明年|来年)(?:安排|计划|思路|目标|重点|任务)|主要目标|未来|规划/u
/** Compares with a year that isn't named. */
const COMPARED = /上一?年|去年|前一?年|同期|同比/u
/** Asks for what is planned. */
const PLAN_ASKED =
  /计划|目标|打算|预[计期]|力争|争取|未来|[明来]年|下一?[步年]|规划|展望|将[要来会达在]?|\bplan|\btarget|\bgoal|\bwill\b|\bnext\b/iu

/** What is left of the likelihood of a sentence about another time, beside one about the right one. */
const OUT_OF_TIME = 0.2
/** Share of the words asked about that the other one must have at least: a plan is told in the words of its result. */
const HELD: Readonly<Record<OtherTime, number>> = { plan: 0.6, year: 0.5 }
/** Share of the likelihood that it must have. */
const LIKELY = 0.1

type OtherTime = 'plan' | 'year'

export interface AskedTime {
  readonly question: string
  /** Named in the question. */
  readonly years: readonly number[]
  /** Which a report is about. @param documentId whose */
  readonly yearsOf: (documentId: string) => readonly number[]
}

/** @returns the candidates, most likely first, those about another time further back; their likelihoods still add up to 1 */
export function inTimeFirst(asked: AskedTime, candidates: readonly Candidate[]): readonly Candidate[] {
  const wantsPlan = PLAN_ASKED.test(fold(asked.question))
  const times = new Map(candidates.map((one) => [one, otherTimeOf(one, asked, wantsPlan)]))
  const inTime = candidates.filter((one) => times.get(one) === undefined)
  return reweighed(candidates, (one) => {
    const time = times.get(one)
    const isReplaced =
      time !== undefined &&
      inTime.some(
        ({ fit, overlap, likelihood }) =>
          fit > 0 && overlap >= HELD[time] * one.overlap && likelihood >= LIKELY * one.likelihood,
      )
    return isReplaced ? OUT_OF_TIME : 1
  })
}

function otherTimeOf(
  { passage, sentence }: Candidate,
  { years, yearsOf }: AskedTime,
  wantsPlan: boolean,
): OtherTime | undefined {
  const text = fold(sentence.text)
  const own = yearsIn(text)
  const isOther = years.length > 0 && own.length > 0 && !own.some((year) => years.includes(year))
  if (isOther && !COMPARED.test(text)) return 'year'
  const last = Math.max(...yearsOf(passage.document.id))
  if (wantsPlan || years.some((year) => year > last)) return undefined
  const isLater = own.length > 0 && Number.isFinite(last) && own.every((year) => year > last)
  const isPlanned = own.length > 0 || PLANS.test(fold(passage.sectionPath.join(' ')))
  return isLater || (isPlanned && PLANNED.test(text)) ? 'plan' : undefined
}

function yearsIn(folded: string): number[] {
  return findQuantities(folded).flatMap(({ date, value }) => (date === 'year' ? [value] : []))
}
