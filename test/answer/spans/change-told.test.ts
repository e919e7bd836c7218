// Whether a number tells how many more or fewer there are.
import { describe, expect, it } from 'vitest'
import { changeTold } from '../../../src/answer/spans/change-told.ts'

/** @param marked with | before the number that is meant */
const told = (marked: string) => changeTold(marked.replace('|', ''), marked.indexOf('|'))

describe('changeTold', () => {
  it.each([
    '全年新增阅览座位|120个',
    '座位增加|120个',
    '新建桥梁|7座',
    '新增座位120个、书架|30个',
    '新增床位数:|58张',
    '新办读者证|8200张',
    '招聘馆员|3名',
    '将开工建设新馆,规划座位|600个',
  ])('tells what was added: %s', (text) => {
    expect(told(text)).toBe('added')
  })

  it.each([
    '举办讲座58场,比上年增加|9场',
    '漏损率下降|1.4个百分点',
    '危桥减少了|11座',
    '同比增长|8.2%',
    '讲座较上年多|9场',
  ])('tells by how much it changed: %s', (text) => {
    expect(told(text)).toBe('compared')
  })

  it.each([
    '现有座位|120个',
    '数据库由18个增加到|25个',
    '数据库由|18个增加到25个',
    '增加座位58个达到|1200个',
    '新建书库面积|800平方米',
    '新开设的自修室有座位|60个',
    '满意度提升至|96%',
    '增长率为|8.2%',
    '新增座位58个,共有座位|300个',
    '新能源车|40辆',
    '讲座多为公益性质,每年|9场',
  ])('leaves alone what there is: %s', (text) => {
    expect(told(text)).toBe(undefined)
  })
})
