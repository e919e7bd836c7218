import { describe, expect, it } from 'vitest'
import { compare } from '../../src/verify/comparison.ts'
import { judgeRoles } from '../../src/verify/roles.ts'

const EVIDENCE = '院党委书记罗文静、院长吕志强到会祝贺，护士长沈佳主持。'
const judge = (claim: string) => judgeRoles(compare(claim, { texts: [EVIDENCE] })).map(({ detail }) => detail)

describe('judgeRoles', () => {
  it('sees two people who exchanged their offices', () => {
    expect(judge('书记吕志强、院长罗文静到会')).toEqual([
      '原文为“书记罗文静”，未见“书记吕志强”',
      '原文为“院长吕志强”，未见“院长罗文静”',
    ])
  })

  it('accepts each in their own office, and offices that the evidence does not give', () => {
    expect(judge('书记罗文静、院长吕志强到会')).toEqual([])
    expect(judge('主任沈佳主持')).toEqual([])
  })
})
