import { describe, expect, it } from 'vitest'
import { commonUnit, isOfPeriod, parted, takesCommon } from '../../../src/answer/table/head-unit.ts'

describe('parted', () => {
  it.each([
    ['藏书量（万册）', '藏书量', '万册'],
    ['藏书量（万册）2022年', '藏书量2022年', '万册'],
    ['座位数(个)2023年末', '座位数2023年末', '个'],
    ['经费（万元）上年', '经费上年', '万元'],
    ['经费（万元）预算数', '经费预算数', '万元'],
    ['读者（人次）一季度', '读者一季度', '人次'],
    ['单价/元', '单价', '元'],
  ])('finds the unit at the end or before a period: %s', (head, name, unit) => {
    expect(parted(head)).toEqual({ name, unit })
  })

  it.each([['分馆（新建）'], ['经费（万元）占比'], ['读者（人次）增长率'], ['2022年']])(
    'finds none in %s',
    (head) => {
      expect(parted(head)).toEqual({ name: head })
    },
  )
})

describe('takesCommon', () => {
  it('gives the unit above a table to sums of money, and not to shares, ranks and counts', () => {
    const unit = commonUnit(['表1 各馆经费', '单位：万元']) ?? ''
    expect(unit).toBe('万元')
    const names = [
      '经费2022年',
      '购书费',
      '总额',
      '经费增长率',
      '经费占比2022年',
      '排名',
      '馆员数',
      '到馆人次',
    ]
    expect(names.filter((name) => takesCommon(name, unit))).toEqual(['经费2022年', '购书费', '总额'])
  })
})

describe('isOfPeriod', () => {
  it('tells times and sorts of numbers from things that are counted', () => {
    const names = ['2022年', '上年', '2023年目标值', '一季度', '完成数', '学校数', '在校生', '增长率', '']
    expect(names.filter(isOfPeriod)).toEqual(['2022年', '上年', '2023年目标值', '一季度', '完成数'])
  })
})
