import { describe, expect, it } from 'vitest'
import { agree } from '../../src/verify/agreement.ts'
import { findQuantities } from '../../src/verify/quantity-reading.ts'

function agreement(claim: string, evidence: string) {
  const [ours] = findQuantities(claim)
  const [theirs] = findQuantities(evidence)
  if (ours === undefined || theirs === undefined) throw new Error('both sides need a quantity')
  return agree(ours, theirs)
}

describe('agree', () => {
  it.each([
    ['29,000人', '2.9万名'],
    ['百分之九十', '90%'],
    ['1.5公里', '1500米'],
    ['24小时', '1天'],
    ['29个', '29项'],
    ['第118名', '118位'],
    ['约3万人', '29000人'],
    ['超过1300篇', '1352篇'],
    ['近3万小时', '29,500小时'],
    ['1300篇', '1300余篇'],
    ['86', '86名'],
  ])('takes %s for %s', (claim, evidence) => {
    expect(agreement(claim, evidence)).toBe('same')
  })

  it.each([
    ['73人次', '73人'],
    ['36.8万元', '36.8亿元'],
    ['7.9年', '7.9天'],
    ['1.2%', '1.2个百分点'],
    ['90%', '90名'],
    ['3次', '第三次'],
    ['5米', '5公里'],
  ])('keeps %s apart from %s', (claim, evidence) => {
    expect(agreement(claim, evidence)).not.toBe('same')
  })

  it('says that only the unit differs', () => {
    expect(agreement('73人次', '73人')).toBe('unit')
    expect(agreement('1.2%', '1.2个百分点')).toBe('unit')
    expect(agreement('74人', '73人')).toBe('different')
  })

  it('does not let 约 stand for another number as precise as the evidence', () => {
    expect(agreement('约5284米', '约5283米')).toBe('different')
    expect(agreement('约73名', '72名')).toBe('different')
  })

  it('does not take 不足 for 余', () => {
    expect(agreement('不足1300篇', '1300余篇')).toBe('different')
  })

  it('keeps a year apart from a span of years', () => {
    expect(agreement('2021年', '21年')).toBe('different')
  })
})
