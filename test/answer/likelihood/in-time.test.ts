// Results before plans, and the year asked for before others.
import { describe, expect, it } from 'vitest'
import { inTimeFirst } from '../../../src/answer/likelihood/in-time.ts'
import type { Candidate } from '../../../src/answer/likelihood/likelihood.ts'
import { passageOf } from '../../fixtures/passages.ts'

/** Of a report about 2023. */
function candidates(...said: readonly (readonly [text: string, likelihood: number, section?: string])[]) {
  return said.map(([text, likelihood, section = '一、借阅'], index): Candidate => {
    const sentence = { range: { start: index, end: index + text.length }, text, similarity: 0.5 }
    const own = { ...passageOf('a', text), sectionPath: [section] }
    return {
      passage: own,
      sentence,
      index,
      nearness: 0,
      overlap: 0.5,
      context: 0.5,
      standing: 0,
      fit: 1,
      focus: 0.5,
      likelihood,
    }
  })
}

function first(question: string, years: readonly number[], given: readonly Candidate[]): string | undefined {
  const asked = { question, years, isAmount: true, timesOf: () => ({ reported: [2023], planned: [] }) }
  return inTimeFirst(asked, given)[0]?.sentence.text
}

const RESULT = '外借图书占馆藏的42.7%。'
const PLAN = '2024年力争外借图书占馆藏的46%。'

describe('inTimeFirst', () => {
  it('puts what was reached before what is planned, when both say as much', () => {
    const given = candidates([PLAN, 0.7], [RESULT, 0.3])
    expect(first('外借图书占多少？', [], given)).toBe(RESULT)
    expect(first('2023年外借图书占多少？', [2023], given)).toBe(RESULT)
  })

  it('knows a plan by its section, too', () => {
    const given = candidates(['预计外借图书占馆藏的46%。', 0.7, '五、明年打算'], [RESULT, 0.3])
    expect(first('外借图书占多少？', [], given)).toBe(RESULT)
  })

  it('puts a number under the heading of a plan behind its result, though nothing in the sentence says so', () => {
    const given = candidates(['外借图书占馆藏的46%。', 0.92, '五、2024年工作思路'], [RESULT, 0.05])
    expect(first('外借图书占多少？', [], given)).toBe(RESULT)
    expect(first('2023年外借图书占多少？', [2023], given)).toBe(RESULT)
    expect(first('2024年外借图书占多少？', [2024], given)).toBe('外借图书占馆藏的46%。')
  })

  it('puts a result behind the plan that is asked for', () => {
    const given = candidates([RESULT, 0.6], ['外借图书占馆藏的46%。', 0.4, '五、2024年工作思路'])
    expect(first('外借图书占比的目标是多少？', [], given)).toBe('外借图书占馆藏的46%。')
    expect(first('2024年外借图书占多少？', [2024], given)).toBe('外借图书占馆藏的46%。')
    const said = candidates(
      ['外借图书占42.7%，为计划的110%。', 0.6],
      ['外借图书占46%。', 0.4, '五、2024年思路'],
    )
    expect(first('外借图书占比计划是多少？', [], said)).toBe('外借图书占42.7%，为计划的110%。')
  })

  it('leaves a plan first that was asked for, or that nothing replaces', () => {
    const given = candidates([PLAN, 0.7], [RESULT, 0.3])
    expect(first('外借图书占比的目标是多少？', [], given)).toBe(PLAN)
    expect(first('2024年外借图书占多少？', [2024], given)).toBe(PLAN)
    const [plan, result] = given
    if (plan === undefined || result === undefined) throw new Error('two are given')
    expect(first('外借图书占多少？', [], [plan, { ...result, overlap: 0.2 }])).toBe(PLAN)
    expect(first('外借图书占多少？', [], [plan, { ...result, likelihood: 0.05 }])).toBe(PLAN)
  })

  it('puts the year asked for before another, and leaves history where it is', () => {
    const other = '2019年外借图书占馆藏的40%。'
    const given = candidates([other, 0.7], [RESULT, 0.3])
    expect(first('2023年外借图书占多少？', [2023], given)).toBe(RESULT)
    expect(first('外借图书占多少？', [], given)).toBe(other)
  })

  it('takes a sentence that is compared with another year for one of its report', () => {
    const compared = '外借图书占42.7%，比2022年提高3个百分点。'
    const given = candidates(['外借图书占46%。', 0.6, '五、2024年思路'], [compared, 0.3])
    expect(first('2023年外借图书占多少？', [2023], given)).toBe(compared)
    expect(first('2024年外借图书占多少？', [2024], given)).toBe('外借图书占46%。')
  })

  it('takes a comparison with the year before for one about both', () => {
    const both = '2023年外借图书占42.7%，上年占40%。'
    const given = candidates([both, 0.7], ['外借图书占多少由馆里定。', 0.3])
    expect(first('2022年外借图书占多少？', [2022], given)).toBe(both)
  })

  it('leaves likelihoods that add up to 1', () => {
    const timesOf = () => ({ reported: [2023], planned: [] })
    const asked = { question: '外借图书占多少？', years: [], isAmount: true, timesOf }
    const sum = inTimeFirst(asked, candidates([PLAN, 0.7], [RESULT, 0.3])).reduce(
      (total, { likelihood }) => total + likelihood,
      0,
    )
    expect(sum).toBeCloseTo(1)
  })
})
