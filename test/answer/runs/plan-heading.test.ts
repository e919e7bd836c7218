// Which answers need the heading of the plan under which they stand.
import { describe, expect, it } from 'vitest'
import { planHeading } from '../../../src/answer/runs/plan-heading.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

describe('planHeading', () => {
  const under = (heading: string, text: string) =>
    candidatesOf({ ...passageWithSentences('a', text), sectionPath: ['标题a', heading] }, [0.5, 0.4])

  it('is that of the plan that holds every sentence', () => {
    const plan = under('四、2024年思路', '座位达到80个。书架达到30组。')
    expect(planHeading(plan)).toBe('2024年思路')
    expect(planHeading([...plan, ...under('一、座位', '座位60个。')])).toBe(undefined)
    expect(planHeading(under('一、座位', '座位60个。'))).toBe(undefined)
  })

  it('is left out where a sentence says that it is yet to come', () => {
    expect(planHeading(under('四、2024年思路', '计划设座位80个。'))).toBe(undefined)
    expect(planHeading(under('四、2024年思路', '力争座位达到80个。'))).toBe(undefined)
  })
})
