// Numbers, quoted names and rare words of a question, and whether the passages have them.
import { describe, expect, it } from 'vitest'
import { particularsOf } from '../../../../src/answer/refusal/confidence/particulars.ts'
import type { SearchResult, WeightedTerm } from '../../../../src/search/passage.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

const passage = passageWithSentences('a', '馆内有1,200个座位。2019年办过「夜读」。')
const candidates = candidatesOf(passage, [0.6, 0.4])

function told(question: string, heading = '一、设施'): number {
  const candidates = candidatesOf({ ...passage, sectionPath: ['年报', heading] }, [0.6, 0.4])
  const result: SearchResult = {
    question,
    passages: [passage],
    routing: { organisations: [], years: [], mode: 'none' },
  }
  return particularsOf(result, candidates, []).told
}

function rareTogether(words: Readonly<Record<string, number>>): number {
  const terms: WeightedTerm[] = Object.entries(words).map(([text, idf]) => ({ text, idf, isOwn: true }))
  const result: SearchResult = {
    question: '？',
    passages: [passage],
    routing: { organisations: [], years: [], mode: 'none' },
  }
  return particularsOf(result, candidates, terms).rareTogether
}

describe('particularsOf', () => {
  it('finds a number anywhere in the passage, however it is written', () => {
    expect(told('哪座馆有1200个座位？')).toBe(1)
    expect(told('２０１９年办过什么？')).toBe(1)
    expect(told('哪座馆有3400个座位？')).toBe(-1)
  })

  it('doesn’t miss a year that a heading says', () => {
    expect(told('2023年馆内有几部电梯？', '三、2023年设施')).toBe(0)
    expect(told('2023年馆内有几部电梯？', '三、设施')).toBe(-1)
    expect(told('2023年馆内有1200个座位吗？', '三、2023年设施')).toBe(1)
  })

  it('finds a quoted name among the likeliest sentences', () => {
    expect(told('“夜读”是什么时候办的？')).toBe(1)
    expect(told('《晨读》是什么时候办的？')).toBe(-1)
  })

  it('weighs all of them alike, and says nothing where there is none', () => {
    expect(told('2019年的“晨读”是什么？')).toBe(0)
    expect(told('座位有多少？')).toBe(0)
  })

  it('looks for the three rarest words in the likeliest sentence alone', () => {
    expect(rareTogether({ 座位: 9, 馆内: 8, 夜读: 7, 停车: 1 })).toBeCloseTo(2 / 3, 10)
    expect(rareTogether({ 座: 9 })).toBe(0.5)
  })
})
