import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { judgeCounted } from '../../src/verify/counted.ts'
import { changesOf } from '../../src/verify/redline.ts'

function judge(claim: string, evidence: string): string[] {
  const comparison = compare(claim, { texts: [evidence] })
  return judgeCounted(comparison, changesOf(comparison)).map(({ detail }) => detail)
}

describe('judgeCounted', () => {
  it('sees another noun after the number', () => {
    expect(judge('引进8名护士参加工作', '引进8名博士后参加工作').length).toBe(0)
    expect(judge('引进8名护士参加工作', '引进8名教授参加工作')).toEqual(['原文为“8名教授”，未见“8名护士”'])
  })

  it('leaves a noun alone that the evidence has elsewhere', () => {
    expect(judge('引进8名专家参加工作', '引进8名教授参加工作，都是专家')).toEqual([])
  })
})
