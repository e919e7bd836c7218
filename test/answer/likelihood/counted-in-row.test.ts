// Rows that count something else.
import { describe, expect, it } from 'vitest'
import { countedInRow } from '../../../src/answer/likelihood/counted-in-row.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

describe('countedInRow', () => {
  const made = passageWithSentences('a', '街道：东街，座位：380个')
  const rows = candidatesOf({ ...made, kind: 'table' }, [1]).map((one) => ({ ...one, fit: 1 }))
  const fits = (counted: string, all = rows) =>
    countedInRow({ kind: 'count', unit: '家', counted }, all).map(({ fit }) => fit)

  it('takes no number of a row that has no column of what is counted', () => {
    expect(fits('书店')).toEqual([0])
    expect(fits('座位')).toEqual([1])
  })

  it('leaves sentences, and questions that name no thing, as they are', () => {
    const sentences = candidatesOf(made, [1]).map((one) => ({ ...one, fit: 1 }))
    expect(fits('书店', sentences)).toEqual([1])
    expect(countedInRow({ kind: 'count', unit: '家' }, rows)).toBe(rows)
  })
})
