// What is said where only a change is told, and where none is.
import { describe, expect, it } from 'vitest'
import { missingAmount } from '../../../../src/answer/refusal/missing/missing-amount.ts'
import { candidatesOf, passageWithSentences } from '../../../fixtures/answers.ts'

const terms = [{ text: '座位', idf: 3, isOwn: true }]
const of = (text: string, fits: readonly number[], likelihoods: readonly number[] = [0.6, 0.4]) =>
  candidatesOf(passageWithSentences('a', text), likelihoods).map((one) => ({
    ...one,
    fit: fits[one.index] ?? 0,
    overlap: one.sentence.text.includes('座位') ? 1 : 0,
  }))
const stock = { kind: 'count', amount: 'stock' } as const

describe('missingAmount', () => {
  it('shows the change and says that it is no total', () => {
    const missing = missingAmount(stock, terms, of('全年新增座位120个，新增图书2万册。有职工30人。', [0, 1]))
    expect(missing?.zh.message).toBe('报告里只说了变化（“全年新增座位120个”），没有总数。')
    expect(missing?.en.message).toBe(
      'The reports tell only a change (“全年新增座位120个”), not how many there are.',
    )
  })

  it('shows what there is and says that no change is told', () => {
    const asked = { kind: 'count', amount: 'change' } as const
    expect(missingAmount(asked, terms, of('馆内设有座位600个。', [1]))?.zh.message).toBe(
      '报告里有“馆内设有座位600个”，没有说变化了多少。',
    )
  })

  it('says nothing where another sentence answers, or the change is of another matter', () => {
    expect(missingAmount(stock, terms, of('全年新增座位120个。设有座位600个。', [0, 1]))).toBeUndefined()
    expect(missingAmount(stock, terms, of('全年新增图书2万册。', [0]))).toBeUndefined()
    expect(missingAmount({ kind: 'count' }, terms, of('全年新增座位120个。', [1]))).toBeUndefined()
  })
})
