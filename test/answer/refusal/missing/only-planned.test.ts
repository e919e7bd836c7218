// Plans that nothing else answers.
import { describe, expect, it } from 'vitest'
import { onlyPlanned } from '../../../../src/answer/refusal/missing/only-planned.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

describe('onlyPlanned', () => {
  const refused = (
    question: string,
    years: readonly number[],
    isAmount = true,
    heading = '四、2024年思路',
  ) => {
    const passage = { ...passageWithSentences('a', '新购童书800册。'), sectionPath: [heading] }
    const timesOf = () => ({ reported: [2023], planned: [] })
    return onlyPlanned({ question, years, isAmount, timesOf }, candidatesOf(passage, [0.9]))
  }

  it('says that only a plan tells of what was done in the year asked about', () => {
    expect(refused('2023年新购童书多少册？', [2023])).toEqual({
      reason: 'unknown-year',
      zh: {
        missing: ['2023年的结果'],
        message: '报告里没有所问的2023年的结果；最接近的一句属于“2024年思路”，是计划。',
      },
      en: {
        missing: ['what was done in 2023'],
        message:
          'The reports don’t have what was done in 2023; the nearest sentence stands under “2024年思路” and is a plan.',
      },
    })
    expect(refused('新购了多少册童书？', [])?.reason).toBe('unknown-indicator')
  })

  it('leaves a plan that is asked for, or that may be', () => {
    expect(refused('2024年新购童书多少册？', [2024])).toBe(undefined)
    expect(refused('计划新购童书多少册？', [])).toBe(undefined)
    expect(refused('新购童书多少册？', [])).toBe(undefined)
  })

  it('leaves dates, and what stands under another heading', () => {
    expect(refused('2023年何时新购童书？', [2023], false)).toBe(undefined)
    expect(refused('2023年新购童书多少册？', [2023], true, '二、购书')).toBe(undefined)
  })
})
