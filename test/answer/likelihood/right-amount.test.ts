// Sentences that tell the amount asked for, before those that tell another.
import { describe, expect, it } from 'vitest'
import { rightAmountFirst, tellsOther } from '../../../src/answer/likelihood/right-amount.ts'
import { candidatesOf, passageWithSentences } from '../../fixtures/answers.ts'

const passage = passageWithSentences('a', '全年新增座位120个。馆内设有座位600个。')

/** The first of 120 added seats, the second of all; each with its share of the words asked about. */
function candidates(overlaps: readonly [number, number], fits: readonly [number, number] = [0, 1]) {
  return candidatesOf(passage, [0.8, 0.2]).map((one) => ({
    ...one,
    fit: fits[one.index] ?? 0,
    overlap: overlaps[one.index] ?? 0,
  }))
}

const indexesOf = (all: readonly { readonly index: number }[]) => all.map(({ index }) => index)

describe('rightAmountFirst', () => {
  it('puts what was added behind what there is, where that is asked', () => {
    const ranked = rightAmountFirst({ kind: 'count', amount: 'stock' }, candidates([1, 1]))
    expect(indexesOf(ranked)).toEqual([1, 0])
    expect(ranked.reduce((sum, { likelihood }) => sum + likelihood, 0)).toBeCloseTo(1, 10)
  })

  it('puts what there is behind what was added, where that is asked', () => {
    const reversed = candidates([1, 1], [1, 1]).map((one) => ({
      ...one,
      likelihood: 1 - one.likelihood,
    }))
    expect(indexesOf(rightAmountFirst({ kind: 'count', amount: 'change' }, reversed))).toEqual([0, 1])
  })

  it('leaves the order where the other sentence speaks less of the matter, or any number may answer', () => {
    expect(indexesOf(rightAmountFirst({ kind: 'count', amount: 'stock' }, candidates([1, 0.4])))).toEqual([
      0, 1,
    ])
    expect(indexesOf(rightAmountFirst({ kind: 'count' }, candidates([1, 1])))).toEqual([0, 1])
  })
})

describe('tellsOther', () => {
  it('tells a change from what there is', () => {
    expect(tellsOther({ kind: 'count', amount: 'stock' }, '全年新增座位120个。')).toBe(true)
    expect(tellsOther({ kind: 'count', amount: 'stock' }, '座位由480个增加到600个。')).toBe(false)
    expect(tellsOther({ kind: 'count', amount: 'level' }, '新办读者证8200张。')).toBe(false)
    expect(tellsOther({ kind: 'share', amount: 'level' }, '漏损率下降1.4个百分点。')).toBe(true)
  })

  it('tells what there is from a change', () => {
    const asked = { kind: 'count', amount: 'change' } as const
    expect(tellsOther(asked, '馆内设有座位600个。')).toBe(true)
    expect(tellsOther(asked, '座位由480个增加到600个。')).toBe(false)
    expect(tellsOther(asked, '座位600个，与上年持平。')).toBe(false)
    expect(tellsOther(asked, '项目：座位；2022年：480个；2023年：600个')).toBe(false)
    expect(tellsOther(asked, '没有写座位。')).toBe(false)
  })
})
