import { describe, expect, it } from 'vitest'
import { clauseAround } from '../../../src/answer/spans/clause.ts'

const TEXT = '办展览22次,其中新馆办讲座48次以上;老馆停办。'
const AT = { start: TEXT.indexOf('48'), end: TEXT.indexOf('48') + 3 }

describe('clauseAround', () => {
  it('goes as far as the clause does', () => {
    expect(clauseAround(TEXT, AT, /[,;。]/u)).toEqual({ before: '其中新馆办讲座', after: '以上' })
  })

  it('looks no further than it is told to', () => {
    expect(clauseAround(TEXT, AT, /[,;。]/u, [2, 1])).toEqual({ before: '讲座', after: '以' })
  })
})
