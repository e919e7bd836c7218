// How much the answer to each kind of question may say.
import { describe, expect, it } from 'vitest'
import { limitsOf } from '../../../src/answer/runs/run-limits.ts'

describe('limitsOf', () => {
  it('gives lists and summaries more room than a number', () => {
    expect(limitsOf({ kind: 'list' }).characters).toBeGreaterThan(limitsOf({ kind: 'count' }).characters)
    expect(limitsOf({ kind: 'summary' }).least).toBeGreaterThan(limitsOf({ kind: 'count' }).least)
  })

  it('gives a question in another language three sentences and 220 characters', () => {
    expect(limitsOf({ kind: 'count' }, true)).toMatchObject({ sentences: 3, characters: 220 })
    expect(limitsOf({ kind: 'summary' }, true)).toEqual(limitsOf({ kind: 'summary' }))
  })

  it('takes one sentence for the answer where a number, a date or a person is asked for', () => {
    const isOne = (['count', 'share', 'money', 'date', 'person'] as const).map(
      (kind) => limitsOf({ kind }).isOneAnswer,
    )
    expect(isOne).toEqual([true, true, true, true, true])
    expect(limitsOf({ kind: 'manner' }).isOneAnswer).toBe(false)
  })
})
